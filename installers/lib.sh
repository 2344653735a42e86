# shellcheck shell=bash
# What the scripts of this folder share: finding the JDK, installing host packages, building.
# Sourced, never run. Works in bash 5 and with what a minimal Debian has.

# The folder that holds pom.xml, through symbolic links.
house=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)

# 1 when questions are answered with yes.
assume_yes=0

say() { printf '%s\n' "$*" >&2; }

# die EXIT_CODE LINE...
die() {
    local code=$1
    shift
    say "$@"
    exit "$code"
}

# Prints the folder of a JDK 25 or later; fails when there is none.
find_jdk() {
    local home path
    path=$(command -v javac || true)
    [ -n "$path" ] && path=$(dirname "$(dirname "$(readlink -f "$path")")")
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$path"; do
        if [ -n "$home" ] && [ -x "$home/bin/javac" ] && is_jdk_25 "$home"; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
}

# Whether the release file of a JDK says 25 or later; starts no process.
is_jdk_25() {
    local line version
    [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        if [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]]; then
            version=${BASH_REMATCH[1]}
            [ "$version" -ge 25 ]
            return
        fi
    done < "$1/release"
    return 1
}

# Whether a program is there; /usr/sbin is not on every user's PATH.
has_program() {
    command -v "$1" > /dev/null 2>&1 || [ -x "/usr/sbin/$1" ] || [ -x "/sbin/$1" ]
}

# Whether a shared library is there.
has_library() {
    compgen -G "/usr/lib/*/$1*" > /dev/null || compgen -G "/usr/lib/$1*" > /dev/null
}

needed=() # lines "package|why"

# need PACKAGE WHY: a package that is missing.
need() { needed+=("$1|$2"); }

need_program() { has_program "$1" || need "$2" "$3"; }

# First package of a list that apt knows; the last one when it knows none.
first_known() {
    local package
    for package in "$@"; do
        if has_program apt-cache && apt-cache show "$package" > /dev/null 2>&1; then
            break
        fi
    done
    printf '%s\n' "$package"
}

# What building and booting systems needs.
need_for_machines() {
    need_program mmdebstrap mmdebstrap "makes the base of a Debian system"
    need_program sqfstar squashfs-tools "packs layers"
    need_program newuidmap uidmap "lets ordinary users build"
    need_program unshare util-linux "keeps a build apart from this system"
    need_program mount mount "mounts layers inside a build"
    need_program depmod kmod "indexes kernel modules"
    need_program mke2fs e2fsprogs "makes disks for kept state"
    need_program xz xz-utils "unpacks kernel modules"
    need_program zstd zstd "unpacks packages"
    need_program qemu-system-x86_64 qemu-system-x86 "runs the machines"
    [ -r /usr/share/keyrings/debian-archive-keyring.gpg ] \
        || need debian-archive-keyring "checks the signatures of Debian's packages"
    [ -e /etc/ssl/certs/ca-certificates.crt ] \
        || need ca-certificates "checks the certificates of servers"
}

# What disk images need.
need_for_disks() {
    need_program mformat mtools "writes the boot partition of disk images"
    need_program grub-mkimage grub-common "makes the boot loader for BIOS"
    [ -e /usr/lib/grub/i386-pc/boot.img ] || need grub-pc-bin "the boot loader for BIOS"
    [ -e /usr/lib/systemd/boot/efi/systemd-bootx64.efi ] \
        || need systemd-boot-efi "the boot loader for UEFI"
    need_program gpg gnupg "signs updates"
    need_program gpgv gpgv "checks updates"
    need_program qemu-img qemu-utils "converts disk images"
    compgen -G '/usr/share/OVMF/OVMF_CODE*.fd' > /dev/null || need ovmf "boots disks by UEFI"
}

# What the window needs.
need_for_window() {
    has_library libgtk-3.so.0 || need "$(first_known libgtk-3-0t64 libgtk-3-0)" "draws the window"
    has_library libXtst.so.6 || need libxtst6 "draws the window"
    has_library libXxf86vm.so.1 || need libxxf86vm1 "draws the window"
    has_library libGL.so.1 || need libgl1 "draws the window"
    compgen -G '/usr/share/fonts/truetype/*/*.ttf' > /dev/null \
        || need fonts-dejavu-core "a font"
}

# What building Coppice itself needs.
need_for_build() {
    need_program mvn maven "builds Coppice"
    find_jdk > /dev/null || need openjdk-25-jdk "Coppice is written in Java 25"
}

# Installs what was needed, after saying what and why; exits 4 when that is not possible.
install_needed() {
    local line packages=() apt=(apt-get)
    [ ${#needed[@]} -gt 0 ] || return 0
    say "Coppice needs packages that this system lacks:"
    for line in "${needed[@]}"; do
        packages+=("${line%%|*}")
        say "  $(printf '%-24s' "${line%%|*}") ${line#*|}"
    done
    if ! has_program apt-get; then
        die 4 "They can be installed by themselves on Debian and its derivatives only." \
            "Install them with this system's own tools, then start again."
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! may_sudo; then
            die 4 "Ask an administrator to run:" \
                "  apt-get install --no-install-recommends ${packages[*]}"
        fi
        apt=(sudo apt-get)
    fi
    confirm "Install them now?" || die 4 "Nothing was installed. To do it by hand:" \
        "  apt-get install --no-install-recommends ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    "${apt[@]}" -qq update < /dev/null >&2 \
        || say "note: the package lists could not be updated; trying with those that are here"
    refuse_unknown_jdk "${packages[@]}"
    "${apt[@]}" -y -qq -o Dpkg::Use-Pty=0 install --no-install-recommends "${packages[@]}" \
        < /dev/null >&2 || die 4 "apt-get could not install the packages; its messages are above."
    needed=()
}

# Exits 4 when a JDK is needed that the archive does not have.
refuse_unknown_jdk() {
    local package
    for package in "$@"; do
        if [ "$package" = openjdk-25-jdk ] && ! apt-cache show "$package" > /dev/null 2>&1; then
            die 4 "" "Coppice needs a JDK 25 or later, and this release's archive has none." \
                "Get one, such as Eclipse Temurin 25 (https://adoptium.net), unpack it in a folder" \
                "of /usr/lib/jvm or name its folder in JAVA_HOME, then start again."
        fi
    done
}

# Whether sudo works; asks for a password on a terminal only.
may_sudo() {
    has_program sudo || return 1
    sudo -n true 2> /dev/null && return 0
    [ -t 0 ] && [ -t 2 ] && sudo -v
}

confirm() {
    local answer
    [ "$assume_yes" -eq 1 ] && return 0
    [ -t 0 ] || { say "No terminal to ask on: add --yes to agree."; return 1; }
    printf '%s [Y/n] ' "$1" >&2
    read -r answer
    [ -z "$answer" ] || [ "$answer" = y ] || [ "$answer" = Y ] || [ "$answer" = yes ]
}

# Where Coppice is built: its own folder, or a copy in the user's cache when that is not writable.
find_build() {
    build=$house
    if is_built "$house" || is_writable_tree; then
        return
    fi
    build=${XDG_CACHE_HOME:-$HOME/.cache}/coppice/build/$(printf '%s' "$house" | cksum | tr ' ' -)
}

is_writable_tree() {
    local folder
    for folder in model vm-runner icons app; do
        [ -w "$house/$folder" ] || return 1
        [ ! -e "$house/$folder/target" ] || [ -w "$house/$folder/target" ] || return 1
    done
}

# Whether a folder holds a finished build that is newer than all sources and readable for us.
is_built() {
    local stamp=$1/app/target/coppice.classpath newer jar jars
    [ -r "$stamp" ] || return 1
    newer=$(find "$house/pom.xml" "$house"/*/pom.xml "$house"/*/src/main \
        -newer "$stamp" -print -quit)
    [ -z "$newer" ] || return 1
    IFS=: read -r -a jars < "$stamp"
    for jar in "${jars[@]}"; do
        [ -r "$jar" ] || return 1
    done
}

# Builds Coppice when its sources are newer than the build; sets `build`.
build_when_needed() {
    find_build
    is_built "$build" && return
    say "Building Coppice (once; about a minute) ..."
    if [ "$build" != "$house" ]; then
        mkdir -p "$build"
        rm -rf "$build"/{model,vm-runner,icons,app}/src
        tar -C "$house" --exclude=target -cf - pom.xml model vm-runner icons app \
            | tar -C "$build" -xf -
    fi
    run_maven "$build"
    write_class_path "$build"
    archive_classes "$build"
}

# Packages all modules; from what is here already, else with downloads.
run_maven() {
    local log command
    log=$(mktemp)
    command=(mvn -q -B -ntp -f "$1/pom.xml" -Dmaven.test.skip=true package)
    if ! "${command[@]}" -o > "$log" 2>&1 && ! "${command[@]}" > "$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        die 3 "Coppice could not be built; Maven's messages are above."
    fi
    rm -f "$log"
}

# The class path in one file, written last: it says that the build is whole.
write_class_path() {
    local target=$1/app/target jars
    jars=$(find "$target" -maxdepth 1 -name 'coppice-app-*.jar' ! -name '*-sources.jar')
    jars=$jars:$(find "$target/lib" -name '*.jar' | LC_ALL=C sort | tr '\n' ':')
    printf '%s\n' "${jars%:}" > "$target/coppice.classpath.new"
    mv "$target/coppice.classpath.new" "$target/coppice.classpath"
}

# Keeps the classes of the command line as the JVM has them in memory: a quarter off its start.
# They are learnt from a build that ends for want of a lock: it reads a spec, plans, and opens a
# store, and needs no network. Coppice works without, so nothing is said when that fails.
archive_classes() {
    local target=$1/app/target jdk place
    jdk=$(find_jdk) || return 0
    place=$(mktemp -d) || return 0
    cp -R "$1/model/src/main/resources/dev/coppice/model/examples/web-server" "$place/project"
    "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable \
        -XX:ArchiveClassesAtExit="$target/coppice-cli.jsa" \
        -cp "$(< "$target/coppice.classpath")" dev.coppice.app.Main build --locked \
        --project "$place/project" --store "$place/store" > /dev/null 2>&1 || true
    rm -rf "$place"
}
