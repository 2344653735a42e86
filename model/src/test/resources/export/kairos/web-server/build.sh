#!/bin/sh
# Builds the image and makes a medium of it.
#   ./build.sh image    the container image alone
#   ./build.sh iso      an ISO image that installs it
#   ./build.sh raw      a raw disk that starts without an installation
#   ./build.sh push     sends the image to the registry that IMAGE names
# ENGINE is docker or podman, IMAGE the image's name, VERSION its version.
set -eu
cd "$(dirname "$0")"

version=${VERSION:-1.0.0}
image=${IMAGE:-localhost/web-server:$version}
auroraboot=${AURORABOOT:-quay.io/kairos/auroraboot:v0.26.2}
if [ -z "${ENGINE:-}" ]; then
    ENGINE=$(command -v docker || command -v podman) || {
        echo "Install docker or podman." >&2
        exit 4
    }
fi

build() {
    "$ENGINE" build --build-arg VERSION="$version" --tag "$image" .
}

# AuroraBoot reads the image from an archive, so it needs no engine itself.
archive() {
    mkdir -p build
    rm -f build/image.tar
    "$ENGINE" save --output build/image.tar "$image"
}

case "${1:-}" in
image)
    build
    ;;
push)
    build
    "$ENGINE" push "$image"
    ;;
iso)
    build
    archive
    # Where SELinux is, it would keep the container from these folders.
    "$ENGINE" run --rm --security-opt label=disable \
        --volume "$PWD/cloud-config.yaml:/cloud-config.yaml:ro" \
        --volume "$PWD/build:/build" \
        "$auroraboot" build-iso \
        --cloud-config /cloud-config.yaml \
        --override-name web-server \
        --output /build \
        ocifile:/build/image.tar
    ;;
raw)
    build
    archive
    "$ENGINE" run --rm --privileged \
        --volume "$PWD/cloud-config.yaml:/cloud-config.yaml:ro" \
        --volume "$PWD/build:/build" \
        "$auroraboot" \
        --set container_image=ocifile:/build/image.tar \
        --set disk.efi=true \
        --set disable_http_server=true \
        --set disable_netboot=true \
        --set state_dir=/build \
        --cloud-config /cloud-config.yaml
    ;;
*)
    sed -n '2,7s/^# //p' "$0" >&2
    exit 2
    ;;
esac
