#!/usr/bin/env bash
# Runs pubatlas with two PostgreSQL servers that Patroni manages: kills the primary under load, and prints how many reads
# failed, how long imports waited, and how many confirmed imports are lost. Exits with 1 if any is lost.
# Needs Debian's packages postgresql, patroni, python3-etcd, etcd-server and curl.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

bin=$(postgres_bin)
etcd=$(free_port) peers=$(free_port) port=$(free_port)
declare -A postgres=([a]=$(free_port) [b]=$(free_port)) api=([a]=$(free_port) [b]=$(free_port))
pids=()

finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for _ in $(seq 100); do
    pkill -TERM --full "$folder" || break
    sleep 0.2
  done
  rm -rf "$folder"
}
trap finish EXIT

# Waits until a command succeeds, at most two minutes.
wait_until() {
  for _ in $(seq 600); do
    if eval "$2" >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  say "$1" 'did not happen in two minutes'
  tail -n 20 "$folder"/*.log
  exit 1
}
is_primary() { curl --silent --fail --max-time 5 "http://127.0.0.1:${api[$1]}/primary"; }
is_standby() { curl --silent --fail --max-time 5 "http://127.0.0.1:${api[$1]}/sync"; }

if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
as_server etcd --data-dir "$folder/etcd" --listen-client-urls "http://127.0.0.1:$etcd" --advertise-client-urls "http://127.0.0.1:$etcd" \
  --listen-peer-urls "http://127.0.0.1:$peers" --initial-advertise-peer-urls "http://127.0.0.1:$peers" \
  --initial-cluster "default=http://127.0.0.1:$peers" >"$folder/etcd.log" 2>&1 &
pids+=($!)
wait_until 'etcd answers' "curl --silent --fail http://127.0.0.1:$etcd/health"

# A confirmed import is on both servers: synchronous_mode.
start_patroni() {
  cat >"$folder/$1.yml" <<YAML
scope: pubatlas
name: $1
restapi: { listen: "127.0.0.1:${api[$1]}", connect_address: "127.0.0.1:${api[$1]}" }
etcd3: { host: "127.0.0.1:$etcd" }
bootstrap:
  dcs: { ttl: 20, loop_wait: 5, retry_timeout: 5, synchronous_mode: true, postgresql: { use_pg_rewind: true } }
  initdb: [ { encoding: UTF8 }, { locale: C.UTF-8 }, { auth: trust } ]
postgresql:
  listen: "127.0.0.1:${postgres[$1]}"
  connect_address: "127.0.0.1:${postgres[$1]}"
  bin_dir: $bin
  data_dir: $folder/$1
  pgpass: $folder/$1.pgpass
  pg_hba: [ "host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust" ]
  authentication: { superuser: { username: postgres }, replication: { username: replicator } }
  parameters: { unix_socket_directories: '' }
YAML
  as_server patroni "$folder/$1.yml" >"$folder/$1.log" 2>&1 &
  pids+=($!)
}
start_patroni a
wait_until 'the first server is the primary' 'is_primary a'
start_patroni b
wait_until 'the second server is a synchronous standby' 'is_standby b'
sql() { "$bin/psql" --no-psqlrc --quiet --tuples-only --no-align --host=127.0.0.1 --port="$1" --username="$2" --dbname="$3" --command="$4"; }
sql "${postgres[a]}" postgres postgres 'create role pubatlas login createrole'
sql "${postgres[a]}" postgres postgres 'create role pubatlas_reader login'
sql "${postgres[a]}" postgres postgres 'create database pubatlas owner pubatlas'
sql "${postgres[a]}" pubatlas pubatlas 'alter default privileges in schema public grant select on tables to pubatlas_reader'

export DATABASE_URL="postgresql://pubatlas@127.0.0.1:${postgres[a]},127.0.0.1:${postgres[b]}/pubatlas"
export DATABASE_READ_URL="postgresql://pubatlas_reader@127.0.0.1:${postgres[a]},127.0.0.1:${postgres[b]}/pubatlas?target_session_attrs=prefer-standby"
PORT=$port node --import tsx src/cli/main.ts start >"$folder/pubatlas.log" 2>&1 &
pids+=($!)
wait_until 'pubatlas is ready' "curl --silent --fail http://127.0.0.1:$port/health/ready"
say 'two servers under Patroni, ready after:' "$SECONDS s"

# Eight clients read up to ten times a second. Imports of one publication each run one after another.
node -e '
  let [answered, failed, longest, isOver] = [0, 0, 0, false];
  process.on("SIGTERM", () => { isOver = true; });
  const body = JSON.stringify({ query: "{ publications(first: 5) { totalCount nodes { title } } }" });
  const headers = { "content-type": "application/json" };
  const client = async () => {
    while (!isOver) {
      const start = performance.now();
      const answer = await fetch(`http://127.0.0.1:'"$port"'/graphql`, { method: "POST", headers, body }).then((r) => r.json(), () => ({}));
      if (answer.data?.publications) answered++; else failed++;
      longest = Math.max(longest, performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  Promise.all(Array.from({ length: 8 }, client)).then(() => console.log(`${answered} answered, ${failed} failed, the longest took ${(longest / 1000).toFixed(1)} s`));
' >"$folder/reads" &
reads=$!
pids+=($reads)
import_all() {
  for i in $(seq 1000); do
    printf '{"title": "Imported %s", "year": 2020}\n' "$i" >"$folder/import-$i.jsonl"
    until pubatlas import "$folder/import-$i.jsonl" >>"$folder/imports.log" 2>&1; do sleep 0.2; done
    echo "$i $(date +%s)" >>"$folder/confirmed"
  done
}
touch "$folder/confirmed"
import_all &
imports=$!
pids+=($imports)
count_confirmed() { wc -l <"$folder/confirmed"; }
wait_until 'imports are confirmed' '[ "$(count_confirmed)" -ge 3 ]'

before=$(count_confirmed)
killed=$(date +%s)
pkill -KILL --full "$folder/a.yml"
kill -KILL "$(head -n 1 "$folder/a/postmaster.pid")"
say 'the primary and its Patroni were killed; imports confirmed:' "$before"
wait_until 'the standby is the primary' 'is_primary b'
say 'the standby is the primary after:' "$(($(date +%s) - killed)) s"
wait_until 'an import is confirmed again' '[ "$(count_confirmed)" -ge "$((before + 2))" ]'
say 'an import was confirmed again after:' "$(($(awk -v at="$killed" '$2 > at { print $2; exit }' "$folder/confirmed") - killed)) s"
kill "$imports"
kill "$reads"
wait "$reads" || true
say 'reads of eight clients meanwhile:' "$(cat "$folder/reads")"

lost=0
while read -r i _; do
  [ "$(sql "${postgres[b]}" postgres pubatlas "select count(*) from publication where title = 'Imported $i'")" = 1 ] || lost=$((lost + 1))
done <"$folder/confirmed"
say 'imports confirmed, and lost:' "$(count_confirmed), $lost"
start_patroni a
wait_until 'the first server is back as a standby' 'is_standby a'
say 'the first server is back as a synchronous standby' 'yes'
[ "$lost" = 0 ]
