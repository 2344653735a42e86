# The packages layer: what apt adds to the base, as the upper directory of an overlay.
# In: RELEASE BASE BASE_LIST PACKAGES LOCALES KEPT EPOCH WORK OUT PACKAGE_LIST POOL TOKEN
# KEPT is a tree of files that the image keeps.
root=$WORK/root
mkdir -p "$WORK/lower" "$WORK/upper" "$WORK/work" "$root" "$WORK/meta" "$WORK/lists/partial" \
    "$WORK/clean"
echo "coppice: checking the packages"
bring "$PACKAGE_LIST" "$WORK/archives"
mkdir "$WORK/archives/partial"
echo "coppice: unpacking the base"
unsquashfs -quiet -no-progress -force -dest "$WORK/lower" "$BASE" >/dev/null
# Relative, because a colon or a comma in a path has a meaning for overlay.
cd "$WORK"
options="lowerdir=lower,upperdir=upper,workdir=work"
[ "$ROOTLESS" = no ] || options="$options,userxattr"
# Nothing here must survive a crash of the host, so no fsync is worth its time.
mount -t overlay -o "$options,volatile" root "$root" 2>/dev/null ||
    mount -t overlay -o "$options" root "$root" 2>"$WORK/error" ||
    error overlay-unavailable "an overlay cannot be mounted in $WORK: $(cat "$WORK/error")"
mkdir -p "$root/var/cache/apt/archives" "$root/var/lib/apt/lists"
mount --bind "$WORK/archives" "$root/var/cache/apt/archives"
mount --bind "$WORK/lists" "$root/var/lib/apt/lists"
mount -t proc proc "$root/proc" 2>/dev/null || mount --rbind /proc "$root/proc"
mount --rbind /sys "$root/sys"
mount -t tmpfs -o mode=0755 dev "$root/dev"
for node in null zero full random urandom tty; do
    : >"$root/dev/$node"
    mount --bind "/dev/$node" "$root/dev/$node"
done
mkdir "$root/dev/shm" "$root/dev/pts"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs run "$root/run"
mount -t tmpfs tmp "$root/tmp"
cp -R "$KEPT/." "$root/"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
# The folder for temporary files that the host names is none of this system.
unset TMPDIR
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root SOURCE_DATE_EPOCH=$EPOCH
echo "deb [trusted=yes] file:/var/cache/apt/archives ./" >"$root/run/locked.list"
apt() {
    chroot "$root" apt-get -q -y -o APT::Sandbox::User=root -o Dpkg::Use-Pty=0 \
        -o Dir::Etc::SourceList=/run/locked.list -o Dir::Etc::SourceParts=/dev/null \
        -o APT::Install-Recommends=false -o Acquire::Languages=none \
        -o Dpkg::Options::=--force-unsafe-io -o Dpkg::Options::=--force-confold "$@"
}
apt update >"$WORK/update" || {
    cat "$WORK/update"
    error packages-failed "apt cannot read the locked packages"
}
echo "coppice: installing the packages"
apt install $PACKAGES || error packages-failed "the packages could not be installed"
complete "$root" "$PACKAGE_LIST" "$BASE_LIST"
if [ -n "$LOCALES" ]; then
    for locale in $LOCALES; do
        # The table says which character set a name means.
        line=$(awk -v name="$locale" '$1 == name { print; exit }' "$root/usr/share/i18n/SUPPORTED")
        [ -n "$line" ] || error locale-failed "there is no locale $locale"
        echo "$line"
    done >"$root/etc/locale.gen"
    chroot "$root" locale-gen || error locale-failed "the locales could not be made: $LOCALES"
fi
if [ -e "$root/etc/default/console-setup" ]; then
    chroot "$root" setupcon --save-only --force 2>&1 || true
fi
# Host keys are the secret of one machine. A layer is shared, so each machine makes its own when it
# starts; one small key, because making an RSA key takes seconds on an emulated processor.
if [ -x "$root/usr/sbin/sshd" ]; then
    rm -f "$root"/etc/ssh/ssh_host_*
    mkdir -p "$root/etc/systemd/system/ssh.service.wants"
    cat >"$root/etc/systemd/system/ssh-host-key.service" <<'H'
[Unit]
Description=Host key of the SSH server
Before=ssh.service
ConditionPathExists=!/etc/ssh/ssh_host_ed25519_key

[Service]
Type=oneshot
ExecStart=/usr/bin/ssh-keygen -q -t ed25519 -N "" -f /etc/ssh/ssh_host_ed25519_key
H
    ln -s ../ssh-host-key.service "$root/etc/systemd/system/ssh.service.wants/"
fi
rm -f "$root/usr/sbin/policy-rc.d"
for mounted in tmp run sys proc dev var/lib/apt/lists var/cache/apt/archives; do
    umount -l "$root/$mounted"
done
tidy "$root"
settle_people "$root"
echo "coppice: describing the system"
describe "$root" "$WORK/meta"
# The machine reads the stack without this overlay's extended attributes, where an opaque directory
# would show again what it hid: everything hidden gets a whiteout of its own.
(cd "$WORK/lower" && find . -mindepth 1 | LC_ALL=C sort) >"$WORK/before"
(cd "$root" && find . -xdev -mindepth 1 | LC_ALL=C sort) >"$WORK/after"
umount "$root"
LC_ALL=C comm -23 "$WORK/before" "$WORK/after" | while read -r path; do
    parent=$WORK/upper/${path%/*}
    if [ -d "$parent" ] && [ ! -L "$parent" ] && [ ! -e "$WORK/upper/$path" ]; then
        mknod "$WORK/upper/$path" c 0 0
    fi
done
echo "coppice: writing the image"
# A copy without the overlay's own attributes, which are others for root than for other users.
tar -C "$WORK/upper" --xattrs --xattrs-include=security.capability -cf - . |
    tar -C "$WORK/clean" --xattrs --xattrs-include=security.capability -xpf -
settle "$WORK/clean"
squash "$WORK/clean" "$OUT/image.squashfs"
rm -rf "$WORK"
