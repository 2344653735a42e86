#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop container-host
#   look in:  podman exec -it container-host bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name container-host \
    --hostname pods-01 \
    --publish 127.0.0.1:8080:80 \
    --volume container-host-var-lib-containers:/var/lib/containers \
    localhost/container-host
