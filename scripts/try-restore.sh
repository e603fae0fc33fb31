#!/usr/bin/env bash
# Follows docs/how-to/back-up.md between major versions of PostgreSQL: restores a backup of a Debian or Ubuntu PostgreSQL into
# the bundled one, and the other way. Exits with 1 if a restored catalogue gives other answers.
#   POSTGRES_VERSION=15 scripts/with-debian-postgres.sh scripts/try-restore.sh
# DATABASE_URL names an empty database.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

: "${DATABASE_URL:?Run this with scripts/with-debian-postgres.sh.}"
port=$(free_port)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" || true; fi
  server=
}
finish() {
  stop
  rm -rf "$folder"
}
trap finish EXIT

# Runs a command with the bundled PostgreSQL.
bundled() { DATABASE_URL='' DATA_DIR="$folder/bundled" "$@"; }

queries=(
  '{ publications(first: 100) { totalCount nodes { slug title year authors { name } topics { name } countries { code } } } }'
  '{ publications(search: "migrants trafficking", first: 20) { totalCount nodes { slug } facets { topics { buckets { count } missing } } } }'
  '{ publications(search: "traficking") { totalCount } publicationStatistics(by: [COUNTRY, YEAR]) { rowCount } }'
)
# Writes the answers of a server to a file. It fails if one of them is an error.
ask() {
  PORT=$port HOST=127.0.0.1 SHUTDOWN_DELAY=0 LOG_LEVEL=warn node --import tsx src/cli/main.ts start >"$folder/log" 2>&1 &
  server=$!
  curl --silent --fail --retry 100 --retry-delay 1 --retry-all-errors --output /dev/null "http://127.0.0.1:$port/health/ready"
  for query in "${queries[@]}"; do
    curl --silent --fail-with-body "http://127.0.0.1:$port/graphql" --header 'content-type: application/json' \
      --data "{\"query\":\"${query//\"/\\\"}\"}"
  done >"$1"
  if grep --quiet '"errors"' "$1"; then cat "$1" && exit 1; fi
  stop
}
# Compares answers with those of the first catalogue.
compare() {
  cmp "$folder/expected" "$2" || exit 1
  say "$1" 'the same answers'
}

pubatlas migrate >/dev/null
pubatlas import data/listings/* >/dev/null
ask "$folder/expected"
pubatlas backup "$folder/first.gz"
version=$(gunzip --stdout "$folder/first.gz" | head -n 1 | grep --only-matching '"postgresql":[0-9]*' || true)
say 'PostgreSQL of the first backup:' "${version#*:}"

bundled pubatlas restore "$folder/first.gz" >/dev/null
bundled ask "$folder/bundled.answers"
compare 'restored into the bundled PostgreSQL:' "$folder/bundled.answers"
say 'pubatlas verify:' "$(bundled pubatlas verify | tail -n 1)"
bundled pubatlas backup "$folder/second.gz"
version=$(gunzip --stdout "$folder/second.gz" | head -n 1 | grep --only-matching '"postgresql":[0-9]*' || true)
say 'PostgreSQL of the second backup:' "${version#*:}"

pubatlas restore --replace "$folder/second.gz" >/dev/null
ask "$folder/first.answers"
compare 'restored into the first PostgreSQL:' "$folder/first.answers"
say 'pubatlas verify:' "$(pubatlas verify | tail -n 1)"
