#!/usr/bin/env bash
# Runs pubatlas with a primary and a streaming replica of the PostgreSQL that Debian or Ubuntu installed, stops each of them in
# turn, and prints the results. Exits with 1 at the first wrong result.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

tries=100
bin=$(postgres_bin)
primary=$(free_port) standby=$(free_port) port=$(free_port)

# The argument of these is "primary" or "standby", the name of a variable with the port.
start() { start_cluster "$folder/$1" "${!1}"; }
stop() { stop_cluster "$folder/$1"; }
query() { "$bin/psql" --no-psqlrc --quiet --tuples-only --no-align --host=127.0.0.1 --port="${!1}" --username=pubatlas \
  --dbname=pubatlas --command="$2"; }

api=
finish() {
  if [ -n "$api" ]; then kill "$api" 2>/dev/null && wait "$api" || true; fi
  for server in standby primary; do stop $server 2>/dev/null || true; done
  rm -rf "$folder"
}
trap finish EXIT

ask() {
  curl --silent --max-time 20 --output "$folder/answer" --write-out '%{http_code} ' "http://127.0.0.1:$port/graphql" \
    --header 'content-type: application/json' --data '{"query":"{ publications { totalCount } }"}'
  cat "$folder/answer"
}
ready() { curl --silent --max-time 20 "http://127.0.0.1:$port/health/ready"; }
count_readers() { query "$1" "select count(*) from pg_stat_activity where usename = 'pubatlas_reader'"; }
import() {
  printf '{"title": "%s", "year": 2020}\n' "$1" >"$folder/$1.jsonl"
  pubatlas import "$folder/$1.jsonl" 2>&1 | grep -E "created|pubatlas:"
}

init_cluster "$folder/primary"
start primary
"$bin/createdb" --host=127.0.0.1 --port="$primary" --username=pubatlas pubatlas
query primary "create role pubatlas_reader login; alter default privileges in schema public grant select on tables to pubatlas_reader"
as_server "$bin/pg_basebackup" --pgdata="$folder/standby" --write-recovery-conf --host=127.0.0.1 --port="$primary" --username=pubatlas
start standby

export DATABASE_URL="postgresql://pubatlas@127.0.0.1:$standby,127.0.0.1:$primary/pubatlas"
export DATABASE_READ_URL="postgresql://pubatlas_reader@127.0.0.1:$primary,127.0.0.1:$standby/pubatlas?target_session_attrs=prefer-standby"
PORT=$port node --import tsx src/cli/main.ts start >"$folder/pubatlas.log" 2>&1 &
api=$!

expect 'the server is ready:' '*ok*' ready
expect 'the API answers:' '200 *"totalCount":10*' ask
expect 'connections of the API to the standby:' '[1-9]*' 'count_readers standby'
expect 'connections of the API to the primary:' '0' 'count_readers primary'
expect 'an import while both run:' '*created*1 *' 'import First'
expect 'the API reads it from the standby:' '200 *"totalCount":11*' ask

stop standby
expect 'the standby is stopped; the API answers:' '200 *"totalCount":11*' ask
expect 'connections of the API to the primary:' '[1-9]*' 'count_readers primary'
start standby
expect 'the standby is started again; connections to it:' '[1-9]*' 'ask >/dev/null; count_readers standby'

stop primary
expect 'the primary is stopped; the API answers:' '200 *"totalCount":11*' ask
expect 'the server is ready:' '*ok*' ready
expect 'an import fails:' '*No host of DATABASE_URL accepts writes*' 'import Second'
as_server "$bin/pg_ctl" promote --silent --wait --pgdata="$folder/standby"
expect 'the standby is promoted; an import:' '*created*1 *' 'import Second'
expect 'the API reads it:' '200 *"totalCount":12*' ask

stop standby
expect 'both are stopped; the API answers:' '503 *SERVICE_UNAVAILABLE*' ask
expect 'the server is not ready:' '*unavailable*' ready
start standby
expect 'one is started again; the API answers:' '200 *"totalCount":12*' ask
