#!/bin/sh
# Makes seed.iso, which a machine finds as a second drive by its label.
set -e
cd "$(dirname "$0")"
for tool in xorrisofs genisoimage mkisofs; do
    if command -v "$tool" >/dev/null; then
        exec "$tool" -quiet -output seed.iso -volid cidata -joliet -rock \
            user-data meta-data
    fi
done
echo "Install xorriso or genisoimage." >&2
exit 4
