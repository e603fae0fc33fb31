#!/usr/bin/env bash
# Tries pubatlas over a primary and a streaming replica of the PostgreSQL that Debian or Ubuntu installed, takes each of them
# away, and prints what it saw. Exits with 1 where that is not what should be.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bin=$(ls -d /usr/lib/postgresql/${POSTGRES_VERSION:-*}/bin | sort --version-sort | tail -n 1)
folder=$(mktemp -d)
free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}
primary=$(free_port) standby=$(free_port) port=$(free_port)

# PostgreSQL refuses to run as root.
as_server() (
  cd /
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
)
start() {
  as_server "$bin/pg_ctl" start --silent --wait --pgdata="$folder/$1" --log="$folder/$1/server.log" \
    --options="-c listen_addresses=127.0.0.1 -c port=${!1} -c unix_socket_directories='' -c fsync=off"
}
stop() { as_server "$bin/pg_ctl" stop --silent --mode=immediate --pgdata="$folder/$1"; }
on() { "$bin/psql" --no-psqlrc --quiet --tuples-only --no-align --host=127.0.0.1 --port="${!1}" --username=pubatlas \
  --dbname=pubatlas --command="$2"; }

pubatlas=
finish() {
  if [ -n "$pubatlas" ]; then kill "$pubatlas" 2>/dev/null && wait "$pubatlas" || true; fi
  for of in standby primary; do stop $of 2>/dev/null || true; done
  rm -rf "$folder"
}
trap finish EXIT

say() { printf '%-58s %s\n' "$1" "$2"; }
expect() {
  local seen
  for _ in $(seq 100); do
    seen=$(eval "$3" 2>&1 || true)
    if [[ "$seen" == $2 ]]; then say "$1" "$seen" && return; fi
    sleep 0.2
  done
  say "$1" "$seen, not $2"
  exit 1
}

ask() {
  curl --silent --max-time 20 --output "$folder/answer" --write-out '%{http_code} ' "http://127.0.0.1:$port/graphql" \
    --header 'content-type: application/json' --data '{"query":"{ publications { totalCount } }"}'
  cat "$folder/answer"
}
ready() { curl --silent --max-time 20 "http://127.0.0.1:$port/health/ready"; }
readers() { on "$1" "select count(*) from pg_stat_activity where usename = 'pubatlas_reader'"; }
import() {
  printf '{"title": "%s", "year": 2020}\n' "$1" >"$folder/$1.jsonl"
  node --import tsx src/cli/main.ts import "$folder/$1.jsonl" 2>&1 | grep -E "created|pubatlas:"
}

if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
as_server "$bin/initdb" --pgdata="$folder/primary" --username=pubatlas --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
  --no-sync >"$folder/initdb.log"
start primary
"$bin/createdb" --host=127.0.0.1 --port="$primary" --username=pubatlas pubatlas
on primary "create role pubatlas_reader login; alter default privileges in schema public grant select on tables to pubatlas_reader"
as_server "$bin/pg_basebackup" --pgdata="$folder/standby" --write-recovery-conf --host=127.0.0.1 --port="$primary" --username=pubatlas
start standby

export DATABASE_URL="postgresql://pubatlas@127.0.0.1:$standby,127.0.0.1:$primary/pubatlas"
export DATABASE_READ_URL="postgresql://pubatlas_reader@127.0.0.1:$primary,127.0.0.1:$standby/pubatlas?target_session_attrs=prefer-standby"
PORT=$port node --import tsx src/cli/main.ts start >"$folder/pubatlas.log" 2>&1 &
pubatlas=$!

expect 'started; the standby has what was imported:' '*ok*' ready
expect 'the API answers:' '200 *"totalCount":10*' ask
expect 'its connections to the standby:' '[1-9]*' 'readers standby'
expect 'to the primary:' '0' 'readers primary'
expect 'an import, while both run:' '*created*1 *' 'import First'
expect 'the API has it, from the standby:' '200 *"totalCount":11*' ask

stop standby
expect 'the standby is gone; the API answers:' '200 *"totalCount":11*' ask
expect 'its connections to the primary:' '[1-9]*' 'readers primary'
start standby
expect 'the standby is back; connections to it:' '[1-9]*' 'ask >/dev/null; readers standby'

stop primary
expect 'the primary is gone; the API answers:' '200 *"totalCount":11*' ask
expect 'it is ready:' '*ok*' ready
expect 'an import says:' '*no host that takes writes*' 'import Second'
as_server "$bin/pg_ctl" promote --silent --wait --pgdata="$folder/standby"
expect 'the standby was promoted; an import:' '*created*1 *' 'import Second'
expect 'the API has it:' '200 *"totalCount":12*' ask

stop standby
expect 'both are gone; the API says:' '503 *SERVICE_UNAVAILABLE*' ask
expect 'it is not ready:' '*unavailable*' ready
start standby
expect 'one is back; the API answers:' '200 *"totalCount":12*' ask
