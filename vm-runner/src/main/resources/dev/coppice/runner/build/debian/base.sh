# The base layer: the distribution's minimal system, from locked packages.
# In: RELEASE MASK APT_SOURCES EPOCH WORK OUT PACKAGE_LIST POOL TOKEN
root=$WORK/root
mkdir -p "$WORK/root" "$WORK/meta"
echo "coppice: checking the packages"
bring "$PACKAGE_LIST" "$WORK/archive"
cat >"$WORK/give" <<'H'
mkdir -p "$1/var/cache/apt/archives/partial"
find "$WORK/archive" -maxdepth 1 -name '*.deb' -exec cp -aln -t "$1/var/cache/apt/archives" {} +
H
export WORK SOURCE_DATE_EPOCH=$EPOCH
all=$(sed 's/.* \([^_]*\)_.*/\1/' "$PACKAGE_LIST" | paste -s -d ,)
echo "coppice: installing the packages"
mmdebstrap --mode=root --variant=minbase --format=directory --include="$all" \
    --aptopt='APT::Install-Recommends "false"' --aptopt='APT::Sandbox::User "root"' \
    --aptopt='Acquire::Languages "none"' --dpkgopt=force-unsafe-io \
    --skip=download/empty,essential/unlink,check/empty,output/dev,chroot/mount/sys \
    --setup-hook="sh '$WORK/give' \"\$1\"" "$RELEASE" "$root" \
    "deb [trusted=yes] copy:$(printf %s "$WORK/archive" | sed 's/ /%20/g') ./" ||
    error base-failed "the minimal system of $RELEASE could not be made"
complete "$root" "$PACKAGE_LIST"
rm -f "$root"/etc/apt/sources.list.d/0000*
printf '%s\n' "$APT_SOURCES" >"$root/etc/apt/sources.list"
# Only root may make devices, so the image has none: the kernel brings them.
rm -rf "$root"/dev/*
tidy "$root"
for unit in $MASK; do
    ln -s /dev/null "$root/etc/systemd/system/$unit"
done
settle_people "$root"
settle "$root"
echo "coppice: describing the system"
describe "$root" "$WORK/meta"
echo "coppice: writing the image"
squash "$root" "$OUT/image.squashfs" -e 'dev/*' 'proc/*' 'sys/*' 'run/*'
rm -rf "$WORK"
