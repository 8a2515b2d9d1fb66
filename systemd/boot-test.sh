#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Boots a Debian 12 root under a real systemd and tries the daemon there as an administrator would: init, socket
# activation, a call by a user who is not root, our fields in the journal, a restart that keeps everything.
# Needs root rights, debootstrap and systemd-container; without root it says so and does nothing.
#
#   sh systemd/boot-test.sh DIRECTORY-WITH-THE-BINARIES
set -eu
binaries=$1
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

install -D -m 755 "$binaries/jvledgerd" "$root/usr/sbin/jvledgerd"
install -D -m 755 "$binaries/jvctl" "$root/usr/bin/jvctl"
for unit in jvledgerd@.service jvledgerd@.socket jvledgerd.target; do
    install -D -m 644 "$here/$unit" "$root/usr/lib/systemd/system/$unit"
done
install -D -m 644 "$here/jvledger.sysusers" "$root/usr/lib/sysusers.d/jvledger.conf"
# The Swift runtime, which a package would link in.
runtime=$(ldd "$binaries/jvledgerd" | sed -n 's,.* => \(.*/swift/linux/\)libswiftCore.so.*,\1,p' | head -n 1)
if [ -n "$runtime" ]; then
    mkdir -p "$root/usr/lib/swift/linux"
    cp "$runtime"/*.so "$root/usr/lib/swift/linux/"
    echo /usr/lib/swift/linux >"$root/etc/ld.so.conf.d/swift.conf"
    chroot "$root" ldconfig
fi

cat >"$root/usr/local/sbin/boot-test" <<'INSIDE'
#!/bin/sh
set -eux
systemd-sysusers
useradd -m alice
useradd -m mallory
jvledgerd init mid-essex --administrator alice
cat >/etc/jvledger/mid-essex/policy.yaml <<POLICY
users:
  alice:
    roles: [reader, recorder]
    for: [programme-office]
POLICY
systemctl start jvledgerd@mid-essex.socket
test "$(systemctl is-active jvledgerd@mid-essex.service)" = inactive
runuser -u alice -- jvctl whoami
test "$(systemctl is-active jvledgerd@mid-essex.service)" = active
runuser -u alice -- jvctl organisation add provide Provide --kind provider
runuser -u alice -- jvctl
status=0
runuser -u mallory -- jvctl log || status=$?
test "$status" = 4
status=0
jvctl organisation add mine Mine --kind other || status=$?
test "$status" = 4
journalctl --sync
journalctl -o json -u jvledgerd@mid-essex --no-pager >/tmp/journal.json
grep -q '"JVLEDGER_SUBJECT":"organisation/provide"' /tmp/journal.json
grep -q '"JVLEDGER_INSTANCE":"mid-essex"' /tmp/journal.json
grep -q '"MESSAGE_ID"' /tmp/journal.json
before=$(runuser -u alice -- jvctl checkpoint)
systemctl restart jvledgerd@mid-essex.service
test "$(runuser -u alice -- jvctl checkpoint)" = "$before"
kill -9 "$(systemctl show -p MainPID --value jvledgerd@mid-essex.service)"
test "$(runuser -u alice -- jvctl checkpoint)" = "$before"
cp /usr/bin/false /tmp/false
systemctl reload jvledgerd@mid-essex.service
runuser -u alice -- jvctl verify
systemd-analyze security --no-pager jvledgerd@mid-essex.service | tail -n 1
systemctl stop jvledgerd@mid-essex.service jvledgerd@mid-essex.socket
systemctl start jvledgerd@nowhere.socket
status=0
timeout 10 jvctl --instance nowhere whoami || status=$?
test "$status" != 0
systemctl show -p ExecMainStatus --value jvledgerd@nowhere.service | grep -qx 78
journalctl -u jvledgerd@nowhere --no-pager -o cat | grep -q 'jvledgerd init nowhere'
INSIDE
sed -i '/^cp .usr.bin.false/d' "$root/usr/local/sbin/boot-test"
chmod 755 "$root/usr/local/sbin/boot-test"
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
timeout 300 systemd-nspawn --quiet -b --keep-unit --register=no -D "$root" >"$root/console" 2>&1 </dev/null || true
cat "$root/boot-test.log" 2>/dev/null || tail -n 40 "$root/console"
if [ "$(cat "$root/boot-test.status" 2>/dev/null)" = 0 ]; then
    echo "boot test passed"
else
    cat "$root/boot-test.journal" 2>/dev/null
    echo "boot test failed" >&2
    exit 1
fi
