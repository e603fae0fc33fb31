#!/usr/bin/env bash
# Builds the image without Docker or a registry of images, and checks it: labels, SBOM, the command line, and a server with a
# read-only root that stops at SIGTERM. Exits with 1 at the first wrong result. The base is a Debian with the Node and npm of
# this machine instead of the official image of Node.
# Needs root, and Debian's packages podman, runc, netavark and debootstrap. DEBIAN_MIRROR and CONTAINER_RUNTIME may be set.
set -euo pipefail
export PODMAN_IGNORE_CGROUPSV1_WARNING=1
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib.sh

image=localhost/pubatlas:trial base=localhost/pubatlas-base:trial name=pubatlas-trial-$$
podman() { command podman --runtime "${CONTAINER_RUNTIME:-runc}" "$@"; }
finish() {
  podman rm --force --volumes "$name" >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap finish EXIT

if ! podman image exists "$base"; then
  root=$folder/root npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  debootstrap --variant=minbase --include=ca-certificates,libstdc++6 trixie "$root" \
    "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$folder/debootstrap.log"
  mkdir -p "$root/usr/local/lib/node_modules"
  cp "$(readlink -f "$(command -v node)")" "$root/usr/local/bin/node"
  cp -a "$npm" "$root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  tar -C "$root" -c . | podman import --quiet - "$base" >/dev/null
fi

# npm in the build uses the registry, the certificates and the cache of this machine.
certificates=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
printf 'registry=%s\ncafile=/certificates.crt\nprefer-offline=true\n' "$(npm config get registry)" >"$folder/npmrc"
# The limits of this machine: a container may not have more.
podman build --quiet --format docker --network host --ulimit "nofile=$(ulimit -Hn)" --ulimit "nproc=$(ulimit -Hu)" \
  --build-arg NODE_IMAGE="$base" --build-arg VERSION=trial \
  --volume "$certificates:/certificates.crt:ro" --volume "$folder/npmrc:/root/.npmrc:ro" \
  --volume "$(npm config get cache):/root/.npm" --tag "$image" . >/dev/null

label() { podman image inspect --format "{{index .Labels \"org.opencontainers.image.$1\"}}" "$image"; }
expect 'label with the version:' trial 'label version'
expect 'label with the licence:' MIT 'label licenses'
expect 'size in MB:' '*' "echo \$((\$(podman image inspect --format '{{.Size}}' $image) / 1000000))"

in_image() { podman run --rm --network none "$@"; }
expect 'the command line is the entry point:' '[0-9]*.[0-9]*.[0-9]*' "in_image $image --version"
node=(--entrypoint node "$image" --print)
expect 'user:' 1000 "in_image ${node[*]} 'process.getuid()'"
expect 'packages in the SBOM:' 'CycloneDX *' \
  "in_image ${node[*]} 'const sbom = JSON.parse(fs.readFileSync(\"sbom.cdx.json\")); sbom.bomFormat + \" \" + sbom.components.length'"
expect 'licence texts and LICENSE:' 'true true' \
  "in_image ${node[*]} '[\"dist/THIRD_PARTY_NOTICES.txt\", \"LICENSE\"].map((file) => fs.existsSync(file)).join(\" \")'"
expect 'packages for development:' false "in_image ${node[*]} 'fs.existsSync(\"node_modules/typescript\")'"

# Without DATABASE_URL: the bundled PostgreSQL, its data in the volume /data.
port=$(free_port)
podman run --detach --name "$name" --network host --read-only --cap-drop all --security-opt no-new-privileges \
  --env PORT="$port" --env HOST=127.0.0.1 "$image" >/dev/null
for _ in $(seq 600); do
  if podman logs "$name" 2>&1 | grep -q 'pubatlas listens'; then break; fi
  if [ "$(podman inspect --format '{{.State.Running}}' "$name")" != true ]; then podman logs "$name" && exit 1; fi
  sleep 0.2
done
ask() {
  curl --silent --show-error --max-time 20 "http://127.0.0.1:$port/graphql" --header 'content-type: application/json' \
    --data '{"query":"{ publications { totalCount } }"}'
}
expect 'ready:' '{"status":"ok"}' "curl --silent http://127.0.0.1:$port/health/ready"
expect 'health check of the image:' '' "podman healthcheck run $name"
expect 'publications:' '{"data":{"publications":{"totalCount":*}}}' ask
expect 'explorer:' 200 "curl --silent --output /dev/null --write-out '%{http_code}' http://127.0.0.1:$port/explore"
expect 'import from standard input:' Imported. \
  "echo '{\"title\":\"From standard input\"}' | podman exec --interactive $name node dist/src/cli/main.js import - | sed -n 1p"
expect 'a second command:' '*0 problems, 0 warnings.' "podman exec $name node dist/src/cli/main.js doctor"
expect 'a write to the root:' '*Read-only file system*' "podman exec $name touch /app/file"
expect 'exit code after SIGTERM:' 0 "podman stop --time 15 $name >/dev/null; podman inspect --format '{{.State.ExitCode}}' $name"
