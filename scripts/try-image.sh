#!/usr/bin/env bash
# Builds the image without a registry and tries it: its labels, its SBOM, the command line, a server with a read-only root.
# Needs root, buildah, crun and debootstrap (Debian: apt-get install buildah crun debootstrap). The base is a Debian made by
# debootstrap with the Node and npm of this machine in place of the official Node image.
# DEBIAN_MIRROR chooses the mirror.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

image=localhost/pubatlas:trial base=localhost/pubatlas-base:trial
folder=$(mktemp -d)
container=
started=
finish() {
  if [ -n "$started" ]; then kill "$started" 2>/dev/null && wait "$started" 2>/dev/null || true; fi
  if [ -n "$container" ]; then buildah rm "$container" >/dev/null || true; fi
  rm -rf "$folder"
}
trap finish EXIT

expect() {
  local seen
  seen=$(eval "$3" 2>&1 || true)
  if [[ "$seen" == $2 ]]; then printf '%-44s %s\n' "$1" "$(head -n 1 <<<"$seen")" && return; fi
  printf '%-44s %s\n  instead of %s\n' "$1" "$seen" "$2"
  exit 1
}

if ! buildah inspect --type image "$base" >/dev/null 2>&1; then
  debootstrap --variant=minbase --include=ca-certificates,libstdc++6 trixie "$folder/root" \
    "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$folder/debootstrap.log"
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  mkdir -p "$folder/root/usr/local/lib/node_modules"
  cp "$(readlink -f "$(command -v node)")" "$folder/root/usr/local/bin/node"
  cp -a "$npm" "$folder/root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$folder/root/usr/local/bin/npm"
  scratch=$(buildah from scratch)
  buildah copy --quiet "$scratch" "$folder/root" / >/dev/null
  buildah commit --quiet --rm "$scratch" "$base" >/dev/null
fi

# The settings, certificates and cache that npm has on this machine serve the build, too.
certificates=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
buildah build --quiet --layers --network host --build-arg NODE_IMAGE="$base" --build-arg VERSION=trial \
  --volume "$certificates:/etc/ssl/certs/ca-certificates.crt:ro" --volume "$(npm config get cache):/root/.npm" \
  --tag "$image" . >/dev/null

inspect() { buildah inspect --type image --format "$1" "$image"; }
expect 'entry point:' '*node*/app/dist/src/cli/main.js*' "inspect '{{.OCIv1.Config.Entrypoint}}'"
expect 'user:' '1000:1000' "inspect '{{.OCIv1.Config.User}}'"
expect 'label with the version:' 'trial' "inspect '{{index .OCIv1.Config.Labels \"org.opencontainers.image.version\"}}'"
expect 'label with the licence:' 'MIT' "inspect '{{index .OCIv1.Config.Labels \"org.opencontainers.image.licenses\"}}'"

# "buildah run" doesn't use the entry point of the image.
container=$(buildah from "$image")
entry=(node --max-semi-space-size=32 /app/dist/src/cli/main.js)
in_image() { buildah run --network host --cap-drop all --user 1000:1000 "$@"; }
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')

expect 'version on the command line:' '[0-9]*' "in_image $container -- ${entry[*]} --version"
expect 'SBOM lists the packages:' 'CycloneDX: * components' \
  "in_image $container -- node -p 'const s = JSON.parse(fs.readFileSync(\"/app/sbom.cdx.json\")); s.bomFormat + \": \" + s.components.length + \" components\"'"
expect 'licence texts:' '[0-9]*' "in_image $container -- node -p 'fs.statSync(\"/app/dist/THIRD_PARTY_NOTICES.txt\").size'"
expect 'development packages:' 'none' \
  "in_image $container -- node -p 'fs.existsSync(\"/app/node_modules/typescript\") ? \"some\" : \"none\"'"
expect 'what the user can write outside /data, /tmp:' '' "in_image $container -- sh -c 'touch /app/x /app/dist/x /usr/x 2>/dev/null; ls /app/x /app/dist/x /usr/x 2>/dev/null'"

# The bundled PostgreSQL, its data in a volume.
mkdir -m 777 "$folder/data"
in_image --env PORT="$port" --env HOST=127.0.0.1 --volume "$folder/data:/data" "$container" -- "${entry[@]}" start >"$folder/log" 2>&1 &
started=$!
for _ in $(seq 300); do
  if grep -q 'pubatlas listens' "$folder/log"; then break; fi
  if ! kill -0 "$started" 2>/dev/null; then cat "$folder/log" && exit 1; fi
  sleep 0.2
done
ask() {
  curl --silent --show-error --max-time 20 "http://127.0.0.1:$port/graphql" --header 'content-type: application/json' \
    --data '{"query":"{ publications { totalCount } }"}'
}
expect 'health:' '{"status":"ok"}' "curl --silent http://127.0.0.1:$port/health/ready"
expect 'publications of the sample listing:' '{"data":{"publications":{"totalCount":*}}}' ask
expect 'explorer:' '200' "curl --silent --output /dev/null --write-out '%{http_code}' http://127.0.0.1:$port/explore"
expect 'size of the image in MB:' '*' "echo \$((\$(inspect '{{.Manifest}}' | grep -o '\"size\":[0-9]*' | cut -d : -f 2 | paste -sd+ | bc) / 1000000))"
