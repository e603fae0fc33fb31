#!/usr/bin/env bash
# Runs two servers of pubatlas with a PgBouncer that pools by transaction and has fewer connections to PostgreSQL than they have
# to it, and prints the results. Exits with 1 at the first wrong result.
#   scripts/with-debian-postgres.sh scripts/try-pgbouncer.sh
# Needs postgresql and pgbouncer (1.21 or newer) of Debian or Ubuntu.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

tries=100
bouncer=$(free_port) first=$(free_port) second=$(free_port)
server=${DATABASE_URL#*@}
psql() { command psql --no-psqlrc --quiet --tuples-only --no-align "$@"; }

started=()
finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap finish EXIT

ask() {
  curl --silent --get --max-time 20 --include "http://127.0.0.1:$1/graphql" --header 'apollo-require-preflight: 1' \
    --data-urlencode "query={ publications(first: ${2:-10}, search: \"trafficking\") { totalCount nodes { title authors { name } } } }"
}
status() { ask "$@" | head -n 1 | cut -d ' ' -f 2; }
tag() { ask "$@" | grep -i '^etag'; }
# Sends 300 requests to each server, 30 at a time, for pages of thirty sizes.
load() {
  for i in $(seq 300); do echo "$first $((i % 30))"; echo "$second $((i % 30))"; done |
    xargs -P 30 -L 1 bash -c 'status "$0" "$1"' | sort | uniq -c | tr -s ' '
}
export -f ask status

psql "$DATABASE_URL" --command "create role pubatlas_reader login"
# PgBouncer drops the settings of a client's start-up message, so the role has them.
for setting in "timezone = 'UTC'" "datestyle = 'ISO'" "default_transaction_read_only = on" "statement_timeout = '10s'"; do
  psql "$DATABASE_URL" --command "alter role pubatlas_reader set $setting"
done
psql "$DATABASE_URL" --command "alter default privileges in schema public grant select on tables to pubatlas_reader"

cat >"$folder/pgbouncer.ini" <<INI
[databases]
pubatlas = host=${server%%:*} port=$(cut -d : -f 2 <<<"${server%%/*}")
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $bouncer
unix_socket_dir =
auth_type = trust
auth_file = $folder/users
pool_mode = transaction
default_pool_size = 3
max_prepared_statements = 500
ignore_startup_parameters = options,statement_timeout
INI
echo '"pubatlas_reader" ""' >"$folder/users"
if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder"; fi
as_server "$(PATH=$PATH:/usr/sbin command -v pgbouncer)" --quiet "$folder/pgbouncer.ini" >"$folder/pgbouncer.log" 2>&1 &
started+=($!)

export DATABASE_READ_URL="postgresql://pubatlas_reader@127.0.0.1:$bouncer/pubatlas"
for port in $first $second; do
  PORT=$port LOG_LEVEL=warn node --import tsx src/cli/main.ts start >"$folder/$port.log" 2>&1 &
  started+=($!)
  expect 'a server answers:' 200 "status $port"
done

expect 'both answer with the same entity tag:' "$(tag "$first")" "tag $second"
expect '600 requests, 30 at a time, answered with:' ' 600 200' load
expect 'connections to PostgreSQL, of at most 3:' '[1-3]' \
  "psql '$DATABASE_URL' --command \"select count(*) from pg_stat_activity where usename = 'pubatlas_reader'\""
expect 'prepared statements on these connections:' '[1-9]*' \
  "psql '$DATABASE_READ_URL' --command 'select count(*) from pg_prepared_statements'"
expect 'a write through PgBouncer:' '*read-only transaction*' \
  "psql '$DATABASE_READ_URL' --command \"delete from publication\""
