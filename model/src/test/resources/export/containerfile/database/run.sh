#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop database
#   look in:  podman exec -it database bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name database \
    --hostname db-01 \
    --publish 127.0.0.1:15432:5432 \
    --volume database-var-lib-postgresql:/var/lib/postgresql \
    --volume database-var-backups-shop:/var/backups/shop \
    localhost/database
