#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop dev-box
#   look in:  podman exec -it dev-box bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name dev-box \
    --hostname dev-box \
    --volume dev-box-home:/home \
    localhost/dev-box
