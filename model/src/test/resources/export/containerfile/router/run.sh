#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop router
#   look in:  podman exec -it router bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name router \
    --hostname gate-01 \
    localhost/router
