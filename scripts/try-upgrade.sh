#!/usr/bin/env bash
# Follows docs/how-to/upgrade.md: installs an earlier version beside this one, makes a catalogue with it, backs it up, upgrades,
# downgrades in both ways, and prints the results. Exits with 1 at the first wrong result.
#   scripts/with-debian-postgres.sh scripts/try-upgrade.sh v0.1.0
# The argument is a tag or a commit of this repository. DATABASE_URL names an empty database.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

earlier=${1:?Name a tag or a commit to upgrade from.}
: "${DATABASE_URL:?Run this with scripts/with-debian-postgres.sh.}"
finish() {
  git worktree remove --force "$folder/earlier" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

old() (cd "$folder/earlier" && pubatlas "$@")
new() { pubatlas "$@"; }
publications() { "$1" status | grep '^publications' | tr -s ' '; }

git worktree add --quiet --detach "$folder/earlier" "$earlier"
(cd "$folder/earlier" && npm ci --silent --no-audit --no-fund --prefer-offline --ignore-scripts)

listings=("$PWD"/data/listings/*)
expect 'the earlier version imports:' Imported. "old migrate >/dev/null && old import '${listings[0]}' | sed -n 1p"
before=$(publications old)
last=$(old migrate status | tail -n 1 | awk '{ print $2 }')
expect 'it makes a backup:' '*done' "old backup '$folder/before.gz' && echo done"

expect 'doctor, before the upgrade:' '*did not run yet*0 problems, 1 warning.' 'new doctor'
expect 'this version migrates:' '20*' 'new migrate'
expect 'it has the same publications:' "$before" 'publications new'
expect 'verify finds no difference:' '*done' 'new verify && echo done'
expect 'doctor, after the upgrade:' '*0 problems, 0 warnings.' 'new doctor'
expect 'the earlier version refuses the database:' '*another version of pubatlas*' 'old migrate'

while [ "$(new migrate status | grep -v '^pending' | tail -n 1 | awk '{ print $2 }')" != "$last" ]; do
  expect 'a migration is reverted:' '20*' 'new migrate down'
done
expect 'the earlier version has the same publications:' "$before" 'publications old'
expect 'and imports:' Imported. "old import '${listings[0]}' | sed -n 1p"

expect 'this version restores the backup of the earlier one:' '*done' "new restore --replace '$folder/before.gz' && echo done"
expect 'with the same publications:' "$before" 'publications new'
expect 'all migrations are reverted:' '20*' 'new migrate down --all'
expect 'the earlier version restores its backup:' '*done' "old restore '$folder/before.gz' && echo done"
expect 'with the same publications:' "$before" 'publications old'
