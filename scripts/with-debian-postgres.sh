#!/usr/bin/env bash
# Runs a command with DATABASE_URL set to a temporary cluster of the PostgreSQL that Debian or Ubuntu installed:
#   scripts/with-debian-postgres.sh npm test
# POSTGRES_VERSION=15 chooses one of several versions; the default is the newest.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

bin=$(postgres_bin)
port=$(free_port)
finish() {
  stop_cluster "$folder/data" || true
  rm -rf "$folder"
}
trap finish EXIT

init_cluster "$folder/data"
start_cluster "$folder/data" "$port"
"$bin/createdb" --host=127.0.0.1 --port="$port" --username=pubatlas pubatlas

DATABASE_URL="postgresql://pubatlas@127.0.0.1:$port/pubatlas" "$@"
