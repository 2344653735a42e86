#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop web-server
#   look in:  podman exec -it web-server bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name web-server \
    --hostname web-01 \
    --publish 127.0.0.1:8080:80 \
    --volume web-server-ssh-host-keys:/var/lib/ssh-host-keys \
    localhost/web-server
