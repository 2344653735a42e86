#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop monitoring
#   look in:  podman exec -it monitoring bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name monitoring \
    --hostname watch-01 \
    --publish 127.0.0.1:9090:9090 \
    --volume monitoring-var-lib-prometheus:/var/lib/prometheus \
    localhost/monitoring
