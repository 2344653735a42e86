# Builds an exported image, and tells what is in it.
# $1: the folder with the Containerfile, $2: an empty folder, $3: the system that it begins with
set -eu
context=$1 work=$2 system=$3
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs
storage() { buildah --root "$work/storage" --runroot "$work/run" "$@"; }
trap 'storage rm --all >/dev/null 2>&1 || true; storage rmi --all --force >/dev/null 2>&1 || true' EXIT

base=$(sed -n 's/^FROM //p' "$context/Containerfile")
# By itself buildah asks for a million open files and processes, which not every host grants.
limit() { sed -n "s/^$1 *[^ ]* *\\([^ ]*\\) .*/\\1/p" /proc/self/limits | sed 's/unlimited/-1/'; }
limits="--ulimit nofile=$(limit 'Max open files') --ulimit nproc=$(limit 'Max processes')"
empty=$(storage from scratch)
storage add --quiet "$empty" "$system" / >/dev/null
storage commit --quiet --rm "$empty" "$base" >/dev/null

storage build --pull=never --network=host $limits --tag contained "$context"

made=$(storage from --pull=never $limits contained)
inside() { storage run --network=host "$made" -- "$@"; }
echo "account: $(inside id alice)"
echo "file: $(inside stat -c '%U %G %a' /srv/notes/today)"
echo "text: $(inside cat /srv/notes/today)"
echo "program: $(inside /usr/local/bin/greet)"
echo "zone: $(inside readlink /etc/localtime)"
echo "package: $(inside dpkg-query -W -f '${Status}' tree)"
echo "unit: $(inside systemctl is-enabled greeter.service)"
storage inspect --type image --format 'command: {{.OCIv1.Config.Cmd}}' contained
storage inspect --type image --format 'stop: {{.OCIv1.Config.StopSignal}}' contained
