# The kernel layer: the distribution's kernel image, its modules, and what our initrd is made of.
# In: RELEASE MIRROR PACKAGE MODULES STATE_MODULES WORK OUT DEBS TOKEN
mkdir -p "$WORK/debs" "$WORK/root/usr/lib" "$WORK/tools" "$OUT/parts"
cat >"$WORK/fetch" <<'H'
set -eu
export APT_CONFIG=$MMDEBSTRAP_APT_CONFIG
kernel=$(apt-cache depends "$PACKAGE" | sed -n 's/^ *Depends: \(linux-image-[^ ]*\)$/\1/p' | head -n 1)
[ -n "$kernel" ] || { echo "coppice-error: package-unknown: $PACKAGE names no kernel"; exit 1; }
cd "$WORK/debs"
apt-get --print-uris download "$kernel" busybox-static >../uris
while read -r _ file size _; do
    if [ "$(stat -c %s "$DEBS/$file" 2>/dev/null)" = "$size" ]; then
        ln "$DEBS/$file" "$file"
    fi
done <../uris
for package in "$kernel" busybox-static; do
    ls "$package"_*.deb >/dev/null 2>&1 || apt-get -q -o APT::Sandbox::User=root download "$package"
done
find . -name '*.deb' -exec cp -aln -t "$DEBS" {} +
H
export PACKAGE WORK DEBS
mmdebstrap --mode=root --variant=custom --format=null --aptopt='APT::Sandbox::User "root"' \
    --aptopt='Acquire::Languages "none"' --skip=check/empty,chroot/mount \
    --customize-hook="sh '$WORK/fetch'" "$RELEASE" /dev/null $MIRROR ||
    error kernel-failed "the kernel package of $RELEASE could not be fetched"
echo "coppice: unpacking the kernel"
dpkg-deb -x "$WORK"/debs/busybox-static_*.deb "$WORK/tools"
busybox=$(find "$WORK/tools" -type f -path '*bin/busybox')
ln -s usr/lib "$WORK/root/lib"
dpkg-deb --fsys-tarfile "$WORK"/debs/linux-image-*.deb |
    tar -x -C "$WORK/root" --no-same-owner --keep-directory-symlink \
        --exclude='./usr/share/*' --exclude='./boot/System.map*'
version=$(ls "$WORK/root/usr/lib/modules")
depmod -b "$WORK/root" "$version"
rm -f "$WORK/root/usr/lib/modules/$version/build" "$WORK/root/usr/lib/modules/$version/source"
echo "$version" >"$OUT/version"
cp "$WORK/root/boot/vmlinuz-$version" "$OUT/vmlinuz"
cp "$busybox" "$OUT/parts/busybox"
# Dependencies come before what needs them; loading them in this order needs no index.
order() {
    for module in $1; do
        modprobe -d "$WORK/root" -S "$version" --show-depends "$module" >"$WORK/needs" ||
            error kernel-failed "the kernel has no module $module"
        sed -n 's/^insmod \([^ ]*\).*/\1/p' "$WORK/needs"
    done | awk '!seen[$0]++' >"$WORK/order"
    while read -r file; do
        name=${file##*/}
        case $name in
        *.xz) name=${name%.xz} && "$busybox" xzcat "$file" >"$OUT/parts/$name" ;;
        *.zst) name=${name%.zst} && zstd -q -d -c "$file" >"$OUT/parts/$name" ;;
        *) cp "$file" "$OUT/parts/$name" ;;
        esac
        echo "$name"
    done <"$WORK/order" >"$OUT/parts/$2"
}
order "$MODULES" order
order "$STATE_MODULES" all-state
grep -vxFf "$OUT/parts/order" "$OUT/parts/all-state" >"$OUT/parts/state-order"
rm "$OUT/parts/all-state"
echo "coppice: writing the image"
rm -rf "$WORK/root/boot" "$WORK/root/lib"
squash "$WORK/root" "$OUT/image.squashfs"
rm -rf "$WORK"
