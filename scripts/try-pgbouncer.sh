#!/usr/bin/env bash
# Tries two pubatlas over a PgBouncer that pools by transaction, with fewer connections to PostgreSQL than they hold to it, and
# prints what it saw. Exits with 1 where that is not what should be. Wants Debian's or Ubuntu's pgbouncer (1.21 or newer) and
# postgresql: scripts/with-debian-postgres.sh scripts/try-pgbouncer.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$(mktemp -d)
free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}
bouncer=$(free_port) one=$(free_port) two=$(free_port)
server=${DATABASE_URL#*@}
psql() { command psql --no-psqlrc --quiet --tuples-only --no-align "$@"; }

started=()
finish() {
  for of in "${started[@]}"; do kill "$of" 2>/dev/null && wait "$of" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap finish EXIT

expect() {
  local seen
  for _ in $(seq 100); do
    seen=$(eval "$3" 2>&1 || true)
    if [[ "$seen" == $2 ]]; then printf '%-58s %s\n' "$1" "$seen" && return; fi
    sleep 0.2
  done
  printf '%-58s %s, not %s\n' "$1" "$seen" "$2"
  exit 1
}
ask() {
  curl --silent --get --max-time 20 --include "http://127.0.0.1:$1/graphql" --header 'apollo-require-preflight: 1' \
    --data-urlencode "query={ publications(first: ${2:-10}, search: \"trafficking\") { totalCount nodes { title authors { name } } } }"
}
status() { ask "$@" | head -n 1 | cut -d ' ' -f 2; }
tag() { ask "$@" | grep -i '^etag'; }
# 300 requests of each process, 30 at a time, with thirty pages of different sizes.
load() {
  for i in $(seq 300); do echo "$one $((i % 30))"; echo "$two $((i % 30))"; done |
    xargs -P 30 -L 1 bash -c 'status "$0" "$1"' | sort | uniq -c | tr -s ' '
}
export -f ask status

psql "$DATABASE_URL" --command "create role pubatlas_reader login"
# What a connection to PostgreSQL says by its start-up message, one to PgBouncer cannot: the role says it.
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
# PgBouncer refuses to run as root.
as_bouncer=()
if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder" && as_bouncer=(runuser -u postgres --); fi
"${as_bouncer[@]}" "$(PATH=$PATH:/usr/sbin command -v pgbouncer)" --quiet "$folder/pgbouncer.ini" >"$folder/pgbouncer.log" 2>&1 &
started+=($!)

export DATABASE_READ_URL="postgresql://pubatlas_reader@127.0.0.1:$bouncer/pubatlas"
for port in $one $two; do
  PORT=$port LOG_LEVEL=warn node --import tsx src/cli/main.ts start >"$folder/$port.log" 2>&1 &
  started+=($!)
  expect 'a process answers:' 200 "status $port"
done

expect 'both give the same entity tag:' "$(tag "$one")" "tag $two"
expect '600 requests, 30 at a time, answered with:' ' 600 200' load
expect 'connections to PostgreSQL, of at most 3:' '[1-3]' \
  "psql '$DATABASE_URL' --command \"select count(*) from pg_stat_activity where usename = 'pubatlas_reader'\""
expect 'statements prepared on them under a name:' '[1-9]*' \
  "psql '$DATABASE_READ_URL' --command 'select count(*) from pg_prepared_statements'"
expect 'a write through PgBouncer:' '*read-only transaction*' \
  "psql '$DATABASE_READ_URL' --command \"delete from publication\""
