#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Boots a Debian 12 root under a real systemd and tries the package there as an administrator would: install, init, socket
# activation, a call by a user who is not root, the journal and its catalogue, restart, upgrade, removal, purge.
# Needs root rights, debootstrap and systemd-container; without root it says so and does nothing.
#
#   sh systemd/boot-test.sh PACKAGE.deb
set -eu
package=$1
here=$(dirname "$0")
if [ "$(id -u)" -ne 0 ]; then
    echo "boot test left out: it needs root rights" >&2
    exit 0
fi
sh "$here/../Config/install.sh" debootstrap systemd-container
cache=${JVLEDGER_BOOT_CACHE:-/var/cache/jvledger-boot-test}
if [ ! -x "$cache/usr/lib/systemd/systemd" ]; then
    echo "Making a Debian 12 root in $cache; it is kept for the next time."
    rm -rf "$cache"
    mirror=$(sed -n 's/^deb \([^ ]*\) bookworm main.*/\1/p; s/^URIs: *\([^ ]*\).*/\1/p' \
        /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)
    debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,libsqlite3-0,libsystemd0,libstdc++6 \
        bookworm "$cache" ${mirror:+"$mirror"}
fi
root=$(mktemp -d /var/tmp/jvledger-boot.XXXXXX)
trap 'rm -rf "$root"' EXIT
cp -a "$cache/." "$root/"

install -m 644 "$package" "$root/jvledger.deb"
# The same with a later version, to upgrade to.
newer=$(mktemp -d /var/tmp/jvledger-newer.XXXXXX)
trap 'rm -rf "$root" "$newer"' EXIT
dpkg-deb -R "$package" "$newer/tree"
sed -i 's/^Version: .*/&+newer/' "$newer/tree/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 -b "$newer/tree" "$root/jvledger-newer.deb" >/dev/null
install -D -m 755 "$here/boot-test-inside.sh" "$root/usr/local/sbin/boot-test"
cat >"$root/etc/systemd/system/boot-test.service" <<'UNIT'
[Unit]
After=multi-user.target
[Service]
Type=oneshot
StandardOutput=file:/boot-test.log
StandardError=file:/boot-test.log
ExecStart=/bin/sh -c '/usr/local/sbin/boot-test; echo $? >/boot-test.status; journalctl -u "jvledgerd@*" --no-pager >/boot-test.journal; systemctl poweroff --force'
[Install]
WantedBy=multi-user.target
UNIT
mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
ln -s ../boot-test.service "$root/etc/systemd/system/multi-user.target.wants/boot-test.service"
timeout 600 systemd-nspawn --quiet -b --keep-unit --register=no -D "$root" >"$root/console" 2>&1 </dev/null || true
if [ ! -e "$root/boot-test.log" ]; then
    # Not the package's fault: nothing of it was reached. A host within a container may be like that.
    tail -n 5 "$root/console" >&2
    echo "boot test left out: this host boots no container" >&2
    exit 0
fi
cat "$root/boot-test.log"
if [ "$(cat "$root/boot-test.status" 2>/dev/null)" = 0 ]; then
    echo "boot test passed"
else
    cat "$root/boot-test.journal" 2>/dev/null
    echo "boot test failed" >&2
    exit 1
fi
