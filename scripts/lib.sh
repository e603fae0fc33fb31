# Functions that the scripts in this folder share. Source it; it makes a temporary folder, `$folder`, which the script removes.

folder=$(mktemp -d)

# Prints a free TCP port of 127.0.0.1.
free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

# Prints the folder with the programs of the newest installed PostgreSQL, or of the version POSTGRES_VERSION.
postgres_bin() {
  ls -d /usr/lib/postgresql/${POSTGRES_VERSION:-*}/bin | sort --version-sort | tail -n 1
}

# Runs a command as a user that PostgreSQL and PgBouncer accept, because they refuse to run as root.
as_server() (
  cd /
  if [ "$(id -u)" = 0 ]; then exec runuser -u postgres -- "$@"; else exec "$@"; fi
)

# Runs initdb for a cluster in a folder, with the superuser "pubatlas" and without passwords.
init_cluster() {
  if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
  as_server "$bin/initdb" --pgdata="$1" --username=pubatlas --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
    --no-sync >"$folder/initdb.log"
}

# Starts the cluster of a folder on a port of 127.0.0.1.
start_cluster() {
  as_server "$bin/pg_ctl" start --silent --wait --pgdata="$1" --log="$1/server.log" \
    --options="-c listen_addresses=127.0.0.1 -c port=$2 -c unix_socket_directories='' -c fsync=off"
}

# Stops the cluster of a folder at once.
stop_cluster() { as_server "$bin/pg_ctl" stop --silent --mode=immediate --pgdata="$1"; }

# Runs the command line of pubatlas from its source.
pubatlas() { node --import tsx src/cli/main.ts "$@"; }

# Prints a result: what was tried, and its outcome.
say() { printf '%-64s %s\n' "$1" "$2"; }

# How often `expect` runs its command, 0.2 seconds apart.
tries=1

# Runs a command until its output matches a pattern, and prints the last line of the output. Exits with 1 if it never matches.
#   expect 'what is tried:' 'pattern*' 'command'
expect() {
  local output try
  for ((try = 1; ; try++)); do
    output=$(eval "$3" 2>&1 || true)
    if [[ "$output" == $2 ]]; then say "$1" "$(tail -n 1 <<<"$output")" && return; fi
    if ((try == tries)); then break; fi
    sleep 0.2
  done
  say "$1" "$output"
  printf '  expected: %s\n' "$2"
  exit 1
}
