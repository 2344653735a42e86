# Runs before every step's script, as the first process of a private PID and mount namespace.
# Standard input is a pipe that Coppice holds open: when Coppice ends, however it ends, everything
# in the namespace is killed. Errors that Coppice explains are told as "coppice-error: CODE: text".
set -eu
umask 022
trap 'exit 143' TERM
exec 3<&0 </dev/null
(
    cat <&3 >/dev/null
    kill -TERM 1
    kill -KILL -1
) 2>/dev/null &
exec 3<&-

error() {
    echo "coppice-error: $1: $2"
    exit 1
}

# squash DIRECTORY IMAGE [EXCLUDED...]: an image whose bytes depend on the directory only.
squash() {
    directory=$1 image=$2
    shift 2
    # It refuses to have both the variable and the option.
    env -u SOURCE_DATE_EPOCH mksquashfs "$directory" "$image" -comp zstd -Xcompression-level 3 -mkfs-time 0 -noappend \
        -quiet -no-progress -wildcards "$@" 2>&1 | grep -v 'system.posix_acl' || true
    [ -s "$image" ] || error image-failed "mksquashfs wrote no image of $directory"
}

# publish SOURCE TARGET: replaces a shared directory by hard links of ours, in one rename.
publish() {
    rm -rf "$2.new.$TOKEN" "$2.old.$TOKEN"
    cp -al "$1" "$2.new.$TOKEN"
    rm -rf "$2.new.$TOKEN/lock" "$2.new.$TOKEN/partial"
    if [ -e "$2" ]; then mv "$2" "$2.old.$TOKEN" || true; fi
    mv -T "$2.new.$TOKEN" "$2" || true
    rm -rf "$2.new.$TOKEN" "$2.old.$TOKEN"
}

# bring LIST DIRECTORY: the locked packages as a package archive, each checked against its hash.
# LIST has lines SHA256 SIZE FILE; POOL has the packages by their hash.
bring() {
    mkdir -p "$2"
    sed 's/^\([^ ]*\) .*/\1  \1/' "$1" >"$WORK/hashes"
    [ ! -s "$1" ] || (cd "$POOL" && sha256sum --check --quiet --strict "$WORK/hashes") ||
        error package-damaged "a package in $POOL is not what was downloaded"
    while read -r hash size file; do
        ln "$POOL/$hash" "$2/$file" 2>/dev/null || cp "$POOL/$hash" "$2/$file"
        if [ ! -s "$POOL/$hash.control" ]; then
            dpkg-deb -f "$POOL/$hash" >"$POOL/.$hash.$TOKEN"
            mv "$POOL/.$hash.$TOKEN" "$POOL/$hash.control"
        fi
        cat "$POOL/$hash.control"
        printf 'Filename: ./%s\nSize: %s\nSHA256: %s\n\n' "$file" "$size" "$hash"
    done <"$1" >"$2/Packages"
    printf 'Suite: %s\nCodename: %s\nSHA256:\n %s %s Packages\n' "$RELEASE" "$RELEASE" \
        "$(sha256sum <"$2/Packages" | cut -d ' ' -f 1)" "$(stat -c %s "$2/Packages")" >"$2/Release"
}

# complete ROOT LIST [LIST BELOW]: fails unless exactly the locked packages are installed.
complete() {
    chroot "$1" dpkg-query -W \
        -f '${db:Status-Status} ${Package}_${Version}_${Architecture}.deb\n' |
        sed -n 's/^installed //p' | sed 's/:/%3a/' | LC_ALL=C sort >"$WORK/has"
    shift
    cut -d ' ' -f 3 "$1" | LC_ALL=C sort >"$WORK/wanted"
    cut -d ' ' -f 3 "$@" | LC_ALL=C sort -u >"$WORK/allowed"
    lacking=$(LC_ALL=C comm -23 "$WORK/wanted" "$WORK/has" | head -n 5 | tr '\n' ' ')
    strange=$(LC_ALL=C comm -13 "$WORK/allowed" "$WORK/has" | head -n 5 | tr '\n' ' ')
    [ -z "$lacking$strange" ] ||
        error lock-mismatch "not the locked packages were installed: ${strange:+more are $strange}${lacking:+lacking are $lacking}"
}

# settle_people ROOT: accounts that packages made do not tell the day of the build.
settle_people() {
    awk -F : -v OFS=: '$3 != "" { $3 = 20000 } { print }' "$1/etc/shadow" >"$WORK/shadow"
    cmp -s "$WORK/shadow" "$1/etc/shadow" || cat "$WORK/shadow" >"$1/etc/shadow"
}

# settle DIRECTORY: no file tells the moment of the build.
settle() {
    find "$1" -xdev -newermt "@$EPOCH" -print0 | xargs -0r touch -h -c -d "@$EPOCH"
}

# describe ROOT META: what the configuration layer must know of the system below it.
describe() {
    mkdir -p "$2"
    for file in etc/passwd etc/group etc/shadow etc/gshadow; do
        mkdir -p "$2/etc"
        cp "$1/$file" "$2/$file"
    done
    if [ -d "$1/etc/skel" ]; then cp -a "$1/etc/skel" "$2/etc/skel"; fi
    mkdir -p "$2/units"
    find "$1/usr/lib/systemd/system" -maxdepth 1 -type f -exec cp {} "$2/units/" \;
    (cd "$1" && find . -xdev \( -type d -o -type l \) -printf '%y\t%m\t%U\t%G\t%P\t%l\n') |
        LC_ALL=C sort >"$2/tree"
    chroot "$1" dpkg-query -W -f '${Package}\t${Version}\t${Installed-Size}\n' >"$2/packages"
    (cd "$2" && tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=u=rwX,go=rX \
        -cf "$OUT/meta.tar" .)
}

# tidy ROOT: what no image should carry.
tidy() {
    rm -rf "$1"/var/cache/apt/*.bin "$1"/var/cache/apt/archives/* "$1"/var/lib/apt/lists/* \
        "$1"/var/cache/debconf/*-old "$1"/var/lib/dpkg/*-old "$1"/var/cache/ldconfig/aux-cache \
        "$1"/var/log/apt "$1"/var/log/journal "$1"/tmp/* "$1"/var/tmp/* "$1"/run/*
    rm -f "$1"/var/log/dpkg.log "$1"/var/log/alternatives.log "$1"/var/log/bootstrap.log \
        "$1"/etc/.pwd.lock "$1"/etc/passwd- "$1"/etc/group- "$1"/etc/shadow- "$1"/etc/gshadow- \
        "$1"/etc/hostname "$1"/etc/apt/apt.conf.d/99mmdebstrap \
        "$1"/etc/dpkg/dpkg.cfg.d/99mmdebstrap "$1"/var/lib/dbus/machine-id
    : >"$1/etc/machine-id"
    # Units with ConditionNeedsUpdate= need not run at every boot.
    touch "$1/etc/.updated" "$1/var/.updated"
}
