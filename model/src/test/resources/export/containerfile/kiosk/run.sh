#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop kiosk
#   look in:  podman exec -it kiosk bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name kiosk \
    --hostname kiosk-01 \
    localhost/kiosk
