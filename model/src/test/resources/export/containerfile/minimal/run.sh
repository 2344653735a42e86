#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop minimal
#   look in:  podman exec -it minimal bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name minimal \
    --hostname minimal \
    localhost/minimal
