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
    mksquashfs "$directory" "$image" -comp zstd -Xcompression-level 3 -mkfs-time 0 -noappend \
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
    (cd "$1" && find . -xdev \( -type d -o -type l \) -printf '%y\t%m\t%U\t%G\t%P\t%l\n') \
        >"$2/tree"
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
        "$1"/etc/dpkg/dpkg.cfg.d/99mmdebstrap
    : >"$1/etc/machine-id"
    # Units with ConditionNeedsUpdate= need not run at every boot.
    touch "$1/etc/.updated" "$1/var/.updated"
}
