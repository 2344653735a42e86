#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop k3s-node
#   look in:  podman exec -it k3s-node bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name k3s-node \
    --hostname k3s-01 \
    --sysctl net.bridge.bridge-nf-call-iptables=1 \
    --sysctl net.ipv4.ip_forward=1 \
    --publish 127.0.0.1:6443:6443 \
    --volume k3s-node-var-lib-rancher:/var/lib/rancher \
    --volume k3s-node-etc-rancher-node:/etc/rancher/node \
    localhost/k3s-node
