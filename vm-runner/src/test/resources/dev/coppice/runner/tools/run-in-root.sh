# Runs a program of the folder ROOT; the host's folders SEEN (one a line) are at the same places.
set -eu
# Programs that make namespaces of their own want their root to be a mount.
mount --bind "$ROOT" "$ROOT"
mount -t tmpfs tmpfs "$ROOT/tmp"
mkdir -p "$ROOT/proc" "$ROOT/dev" "$ROOT/run"
mount -t proc proc "$ROOT/proc"
mount --rbind /dev "$ROOT/dev"
mount -t tmpfs tmpfs "$ROOT/run"
while IFS= read -r folder; do
    [ -n "$folder" ] || continue
    mkdir -p "$ROOT$folder"
    mount --bind "$folder" "$ROOT$folder"
done <<L
$SEEN
L
if [ -r /etc/resolv.conf ]; then cat /etc/resolv.conf >"$ROOT/run/resolv.conf"; fi
ln -sfn /run/resolv.conf "$ROOT/etc/resolv.conf"
exec chroot "$ROOT" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/tmp \
    TMPDIR=/tmp NIX_STORE_DIR=/tmp/nix/store NIX_STATE_DIR=/tmp/nix/var NIX_LOG_DIR=/tmp/nix/log \
    NIX_CONF_DIR=/tmp/nix/etc ANSIBLE_HOME=/tmp/ansible "$@"
