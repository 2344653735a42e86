# The base layer: the distribution's minimal system.
# In: RELEASE MIRROR INCLUDE MASK WORK OUT DEBS LISTS TOKEN
root=$WORK/root
mkdir -p "$WORK/root" "$WORK/meta"
cat >"$WORK/bring" <<'H'
mkdir -p "$1/var/cache/apt/archives/partial"
find "$DEBS" -maxdepth 1 -name '*.deb' -exec cp -aln -t "$1/var/cache/apt/archives" {} +
H
cat >"$WORK/keep" <<'H'
find "$1/var/cache/apt/archives" -maxdepth 1 -name '*.deb' -exec cp -aln -t "$DEBS" {} +
mkdir -p "$WORK/lists"
find "$1/var/lib/apt/lists" -maxdepth 1 -type f ! -name lock -exec cp -aln -t "$WORK/lists" {} +
H
export DEBS WORK
mmdebstrap --mode=root --variant=minbase --format=directory --include="$INCLUDE" \
    --aptopt='APT::Install-Recommends "false"' --aptopt='APT::Sandbox::User "root"' \
    --aptopt='Acquire::Languages "none"' --dpkgopt=force-unsafe-io \
    --skip=download/empty,essential/unlink,check/empty,output/dev,chroot/mount/sys \
    --setup-hook="sh '$WORK/bring' \"\$1\"" --customize-hook="sh '$WORK/keep' \"\$1\"" \
    "$RELEASE" "$root" $MIRROR ||
    error base-failed "the minimal system of $RELEASE could not be made"
publish "$WORK/lists" "$LISTS"
tidy "$root"
for unit in $MASK; do
    ln -s /dev/null "$root/etc/systemd/system/$unit"
done
echo "coppice: describing the system"
describe "$root" "$WORK/meta"
echo "coppice: writing the image"
squash "$root" "$OUT/image.squashfs" -e 'dev/*' 'proc/*' 'sys/*' 'run/*'
rm -rf "$WORK"
