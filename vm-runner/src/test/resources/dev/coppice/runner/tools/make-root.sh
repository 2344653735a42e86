# Unpacks the programs of other systems into a folder of their own: nothing is configured, nothing
# runs as a service, nothing of the host changes.
# In: ROOT (must not exist), RELEASE, PACKAGES (separated by commas)
set -eu
umask 022
trap 'rm -rf "$ROOT.new"' EXIT
rm -rf "$ROOT.new"
# Twice: patterns of apt(8) cannot stand in a list with names.
mmdebstrap --mode=root --variant=extract --format=directory \
    --aptopt='APT::Install-Recommends "false"' --aptopt='APT::Sandbox::User "root"' \
    --aptopt='Acquire::Languages "none"' --skip=output/dev,output/mknod \
    --include='?essential' --include="$PACKAGES" "$RELEASE" "$ROOT.new"
# What the scripts of packages would have done.
cp "$ROOT.new/usr/share/base-passwd/passwd.master" "$ROOT.new/etc/passwd"
cp "$ROOT.new/usr/share/base-passwd/group.master" "$ROOT.new/etc/group"
echo 'nixbld:x:30000:' >>"$ROOT.new/etc/group"
mkdir -p "$ROOT.new/etc/ssl/certs"
cat "$ROOT.new"/usr/share/ca-certificates/mozilla/*.crt \
    >"$ROOT.new/etc/ssl/certs/ca-certificates.crt"
mv -T "$ROOT.new" "$ROOT"
