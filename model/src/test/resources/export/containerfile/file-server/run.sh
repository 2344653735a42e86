#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop file-server
#   look in:  podman exec -it file-server bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name file-server \
    --hostname files-01 \
    --volume file-server-var-lib-samba:/var/lib/samba \
    --volume file-server-share:/srv/share \
    localhost/file-server
