# The kernel layer: the distribution's kernel image, its modules, and what our initrd is made of.
# In: RELEASE MODULES STATE_MODULES EPOCH WORK OUT PACKAGE_LIST POOL TOKEN
mkdir -p "$WORK/root/usr/lib" "$WORK/tools" "$OUT/parts"
# It is made beside all other layers, which rest on one another and take longer: they go first.
renice -n 10 -p $$ >/dev/null 2>&1 || true
echo "coppice: checking the packages"
bring "$PACKAGE_LIST" "$WORK/debs"
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
settle "$WORK/root"
squash "$WORK/root" "$OUT/image.squashfs"
rm -rf "$WORK"
