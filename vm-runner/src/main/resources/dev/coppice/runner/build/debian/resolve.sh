# Chooses packages: asks apt which versions it would install, and installs nothing.
# In: ARCHITECTURE SETS APT_SOURCES EXTRA PINS FRESH LISTS LISTS_DAYS WORK OUT TOKEN and, for what is
# in SETS, INCLUDE (base), PACKAGE (kernel), PACKAGES and INSTALLED (packages).
# FRESH is yes when old package lists will not do;
# EXTRA is a tree of files that says where other packages come from; PINS are versions to keep;
# INSTALLED is a file with what the base has, in lines SHA256 NAME=VERSION.
# Out: suites (the signed Release files), targets (what apt calls the lists), and for each set NAME.uris and NAME.show.
apt=$WORK/apt
mkdir -p "$apt/etc/apt/apt.conf.d" "$apt/etc/apt/preferences.d" "$apt/etc/apt/sources.list.d" \
    "$apt/etc/apt/trusted.gpg.d" "$apt/etc/apt/keyrings" "$apt/var/lib/apt/lists/partial" \
    "$apt/var/cache/apt/archives/partial" "$apt/var/lib/dpkg" "$apt/var/log/apt"
: >"$apt/var/lib/dpkg/status"
cp -R "$EXTRA/." "$apt/"
# The keys that this computer's apt trusts, and the distribution's: apt checks every signature.
find /etc/apt/trusted.gpg.d -maxdepth 1 -type f -exec cp -L -t "$apt/etc/apt/trusted.gpg.d" {} + \
    2>/dev/null || true
for keyring in debian ubuntu; do
    keyring=/usr/share/keyrings/$keyring-archive-keyring.gpg
    [ ! -r "$keyring" ] || cp -L "$keyring" "$apt/etc/apt/trusted.gpg.d/"
done
printf '%s\n' "$APT_SOURCES" >"$apt/etc/apt/sources.list"
for source in "$apt"/etc/apt/sources.list.d/*.sources; do
    [ ! -e "$source" ] || sed -i "s#^Signed-By: /#Signed-By: $apt/#" "$source"
done
for pin in $PINS; do
    printf 'Package: %s\nPin: version %s\nPin-Priority: 1001\n\n' "${pin%%=*}" "${pin#*=}"
done >"$apt/etc/apt/preferences.d/locked"
cat >"$apt/apt.conf" <<H
Dir "$apt/";
Dir::State::Status "$apt/var/lib/dpkg/status";
APT::Architecture "$ARCHITECTURE";
APT::Architectures { "$ARCHITECTURE"; };
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "2";
H
export APT_CONFIG=$apt/apt.conf LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
lists=$apt/var/lib/apt/lists
[ ! -d "$LISTS" ] || find "$LISTS" -maxdepth 1 -type f -exec cp -aln -t "$lists" {} +
known() { ls "$lists"/*_Packages* >/dev/null 2>&1; }
had=no
! known || had=yes
update() {
    echo "coppice: fetching the package lists"
    if apt-get -q -o APT::Update::Error-Mode=any update; then
        publish "$lists" "$LISTS"
    elif [ $had = yes ] && [ "$FRESH" = no ]; then
        echo "coppice: the package lists could not be refreshed; going on with the old ones"
    else
        error mirror-unreachable "the package lists could not be fetched"
    fi
}
if [ "$FRESH" = yes ] || ! known ||
    [ -z "$(find "$lists" -name '*InRelease' -mtime "-$LISTS_DAYS")" ]; then
    update
fi
# details SET: what the archive says of each package that apt named.
details() {
    sed -n "s/^'[^']*' \([^_]*\)_\([^_]*\)_[^ ]*\.deb .*/\1=\2/p" "$OUT/$1.uris" |
        sed 's/%3a/:/g' >"$WORK/$1.names"
    : >"$OUT/$1.show"
    [ ! -s "$WORK/$1.names" ] || xargs apt-cache show <"$WORK/$1.names" >"$OUT/$1.show"
}
# installed FILE: the base as dpkg would describe it.
installed() {
    if [ -e "$OUT/base.show" ]; then
        cat "$OUT/base.show"
    else
        while read -r hash one; do
            if [ -s "$POOL/$hash.control" ]; then
                cat "$POOL/$hash.control" && echo
            else
                apt-cache show "$one" || return 1
            fi
        done <"$INSTALLED"
    fi | sed 's/^Package: .*/&\nStatus: install ok installed/' >"$1"
}
choose() {
    case $1 in
    base)
        apt-get -qq -y --print-uris install '?essential' '?priority(required)' apt $INCLUDE
        ;;
    kernel)
        kernel=$(apt-cache depends "$PACKAGE" |
            sed -n 's/^ *Depends: \(linux-image-[^ ]*\)$/\1/p' | head -n 1)
        [ -n "$kernel" ] || {
            echo "coppice-error: package-unknown: $PACKAGE names no kernel" >&2
            return 1
        }
        apt-get -qq --print-uris download "$kernel" busybox-static
        ;;
    packages)
        installed "$WORK/status" && mv "$WORK/status" "$apt/var/lib/dpkg/status" || return 1
        apt-get -qq -y --print-uris install $PACKAGES
        ;;
    esac
}
for set in $SETS; do
    echo "coppice: choosing the packages of the $set layer"
    if ! choose "$set" >"$OUT/$set.uris"; then
        # A kept list may name a version that the archive has replaced since.
        [ "$FRESH" = yes ] || update
        if ! choose "$set" >"$OUT/$set.uris"; then
            apt-cache pkgnames >"$OUT/pkgnames" 2>/dev/null || true
            error packages-failed "the packages could not be chosen"
        fi
    fi
    details "$set"
done
mkdir "$OUT/suites"
find "$lists" -maxdepth 1 \( -name '*InRelease' -o -name '*_Release' \) \
    -exec cp -t "$OUT/suites" {} +
apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(FILENAME)' 'Created-By: Packages' \
    >"$OUT/targets"
