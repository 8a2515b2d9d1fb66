#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Unpacks varlinkctl of Debian 13 (systemd 257) with the libraries it needs into a directory, and installs nothing.
#
#   varlinkctl.sh DIRECTORY      afterwards DIRECTORY/varlinkctl runs it, under the loader that came with it
#
# The packages come from the archive that this system's apt uses, and are checked by apt with the archive's keys.
set -eu

target=${1:?usage: varlinkctl.sh DIRECTORY}
release=trixie
packages="systemd libsystemd-shared libc6 libacl1 libaudit1 libblkid1 libcap-ng0 libcap2 libcrypt1 libmount1
    libpam0g libpcre2-8-0 libseccomp2 libselinux1 libssl3t64 libzstd1 zlib1g"

fail() {
    echo "varlinkctl cannot be had: $1" >&2
    exit 1
}

. /etc/os-release
# shellcheck disable=SC2016 # apt's own placeholders
archive=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Release: ${VERSION_CODENAME:-}" \
    'Component: main' 2>/dev/null | head -n 1)
[ "${ID:-}" = debian ] && [ -n "$archive" ] || fail "this is not a Debian with an archive"

mkdir -p "$target"
target=$(cd "$target" && pwd)
work=$(mktemp -d "$target/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/packages"
: >"$work/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive $release main" >"$work/sources.list"
cat >"$work/apt.conf" <<CONFIGURATION
Dir::Etc::SourceList "$work/sources.list";
Dir::Etc::SourceParts "-";
Dir::State "$work";
Dir::State::Status "$work/status";
Dir::Cache "$work/cache";
APT::Sandbox::User "root";
Acquire::Languages "none";
CONFIGURATION
export APT_CONFIG="$work/apt.conf"

echo "Fetching varlinkctl of Debian 13 from $archive"
apt-get update -qq 2>"$work/errors" || fail "$(tail -n 1 "$work/errors")"
# shellcheck disable=SC2086 # a list of package names
(cd "$work/packages" && apt-get download -qq $packages) >"$work/errors" 2>&1 || fail "$(tail -n 1 "$work/errors")"
rm -rf "$target/root"
for package in "$work"/packages/*.deb; do dpkg-deb -x "$package" "$work/root"; done

# Only what runs it is kept.
library=$(dirname "$(cd "$work/root" && find usr/lib/*/libc.so.6)")
loader=$(cd "$work/root" && find usr/lib/*/ld-linux*.so.* | head -n 1)
mkdir -p "$target/root/usr/bin"
cp "$work/root/usr/bin/varlinkctl" "$target/root/usr/bin/"
(cd "$work/root" && tar cf - "$library"/*.so* "$library/systemd"/*.so) | (cd "$target/root" && tar xf -)

cat >"$target/varlinkctl.new" <<PROGRAM
#!/bin/sh
root=$target/root
exec "\$root/$loader" --library-path "\$root/$library:\$root/$library/systemd" "\$root/usr/bin/varlinkctl" "\$@"
PROGRAM
chmod 755 "$target/varlinkctl.new"
"$target/varlinkctl.new" --version >"$work/errors" 2>&1 || fail "it does not run: $(tail -n 1 "$work/errors")"
mv "$target/varlinkctl.new" "$target/varlinkctl"
