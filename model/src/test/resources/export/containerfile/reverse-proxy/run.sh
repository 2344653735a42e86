#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop reverse-proxy
#   look in:  podman exec -it reverse-proxy bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name reverse-proxy \
    --hostname proxy-01 \
    --add-host app.internal:127.0.0.1 \
    --publish 127.0.0.1:8080:80 \
    --publish 127.0.0.1:8443:443 \
    --volume reverse-proxy-etc-nginx-tls:/etc/nginx/tls \
    localhost/reverse-proxy
