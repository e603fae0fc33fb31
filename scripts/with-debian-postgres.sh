#!/usr/bin/env bash
# Runs a command with DATABASE_URL set to a throw-away cluster of the PostgreSQL that Debian or Ubuntu installed:
#   scripts/with-debian-postgres.sh npm test
# POSTGRES_VERSION=15 chooses among several; the newest is the default.
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/${POSTGRES_VERSION:-*}/bin | sort --version-sort | tail -n 1)
folder=$(mktemp -d)
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')

# PostgreSQL refuses to run as root.
as_server() (
  cd /
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
)

finish() {
  as_server "$bin/pg_ctl" stop --silent --mode=immediate --pgdata="$folder/data" || true
  rm -rf "$folder"
}
trap finish EXIT

if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
as_server "$bin/initdb" --pgdata="$folder/data" --username=pubatlas --auth=trust \
  --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log"
as_server "$bin/pg_ctl" start --silent --wait --pgdata="$folder/data" --log="$folder/data/server.log" \
  --options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c fsync=off"
"$bin/createdb" --host=127.0.0.1 --port="$port" --username=pubatlas pubatlas

DATABASE_URL="postgresql://pubatlas@127.0.0.1:$port/pubatlas" "$@"
