#!/bin/sh
# Starts the container with systemd as its first process; what runs is replaced.
#   stop it:  podman stop bastion
#   look in:  podman exec -it bastion bash
set -eu
exec podman run --detach --replace --systemd=always \
    --name bastion \
    --hostname bastion-01 \
    --sysctl net.ipv4.conf.all.accept_redirects=0 \
    --sysctl net.ipv4.conf.all.rp_filter=1 \
    --sysctl net.ipv4.conf.all.send_redirects=0 \
    --sysctl net.ipv4.tcp_syncookies=1 \
    --sysctl net.ipv6.conf.all.accept_redirects=0 \
    --publish 127.0.0.1:2222:22 \
    --volume bastion-ssh-host-keys:/var/lib/ssh-host-keys \
    localhost/bastion
