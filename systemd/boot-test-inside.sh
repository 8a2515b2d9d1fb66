#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What boot-test.sh runs inside the Debian root that it boots, as root: an administrator's first day with the package,
# an upgrade, and its removal. Ends with the status of the first command that does not do what it ought to.
set -eux
unit=jvledgerd@mid-essex
ledger=/var/lib/jvledger/mid-essex
socket=/run/jvledger/mid-essex/io.jvledger.Ledger
alice() { runuser -u alice -- jvctl "$@"; }
# The two partners' own people.
pat() { runuser -u pat -- jvctl "$@"; }
carol() { runuser -u carol -- jvctl "$@"; }
# What is installed already is all that the package needs: nothing is fetched.
apt() { DEBIAN_FRONTEND=noninteractive apt-get -o APT::Sandbox::User=root -o Dpkg::Use-Pty=0 -y "$@"; }
# fails STATUS COMMAND...: the command ends with that status.
fails() {
    expected=$1
    shift
    status=0
    "$@" || status=$?
    test "$status" = "$expected"
}

# The package brings the user, the target and the catalogue, and starts no ledger.
apt install /jvledger.deb
getent passwd jvledger
test "$(systemctl is-enabled jvledgerd.target)" = enabled
test "$(systemctl is-active jvledgerd.target)" = active
systemctl preset $unit.socket $unit.service
test "$(systemctl is-enabled $unit.socket)" = disabled
test "$(journalctl --list-catalog | grep -c ' jvledger: ')" -gt 20
test ! -e /var/lib/jvledger
test ! -e /etc/jvledger
bash -c '. /usr/share/bash-completion/completions/jvctl; complete -p jvctl'
jvctl --version

# A ledger, and a call that starts its daemon.
for user in alice pat carol mallory; do useradd -m $user; done
jvledgerd init mid-essex --administrator alice
cat >/etc/jvledger/mid-essex/policy.yaml <<POLICY
users:
  alice:
    roles: [reader, recorder]
    for: [programme-office]
  pat:
    roles: [reader, recorder]
    for: [provide]
  carol:
    roles: [reader, recorder]
    for: [council]
POLICY
systemctl enable --now $unit.socket
test "$(systemctl is-active $unit.service)" = inactive
alice whoami
test "$(systemctl is-active $unit.service)" = active
alice organisation add provide Provide --kind provider
alice
alice organisation add council "Essex County Council" --kind council
# Each partner speaks for itself alone, and a stranger not at all.
pat organisation rename provide "Provide CIC"
carol organisation rename council "The Council"
fails 4 runuser -u pat -- jvctl organisation rename council Ours --for council
fails 4 runuser -u mallory -- jvctl log
fails 4 runuser -u mallory -- jvctl reload
runuser -u mallory -- jvctl whoami
fails 4 jvctl organisation add mine Mine --kind other

# The journal has the fields, and explains the messages with them.
journalctl --sync
journalctl -o json -u $unit --no-pager >/tmp/journal.json
grep -q '"JVLEDGER_SUBJECT":"organisation/provide"' /tmp/journal.json
grep -q '"JVLEDGER_INSTANCE":"mid-essex"' /tmp/journal.json
grep -q '"MESSAGE_ID"' /tmp/journal.json
journalctl -x -u $unit --no-pager >/tmp/journal.explained
grep -q 'Subject: Entries were recorded in mid-essex' /tmp/journal.explained
grep -q 'A caller was denied io.jvledger.Ledger.List of mid-essex' /tmp/journal.explained
grep -q 'jvctl --instance mid-essex status' /tmp/journal.explained

# Nothing is lost by a restart, a kill or a reload.
before=$(alice checkpoint)
systemctl restart $unit.service
test "$(alice checkpoint)" = "$before"
kill -9 "$(systemctl show -p MainPID --value $unit.service)"
test "$(alice checkpoint)" = "$before"
systemctl reload $unit.service
journalctl --sync
journalctl -x -u $unit --no-pager >/tmp/journal.explained
grep -q 'systemctl restart jvledgerd@mid-essex.service' /tmp/journal.explained
alice verify
systemd-analyze security --no-pager --threshold=4 $unit.service | tail -n 1
for installed in $unit.service $unit.socket jvledgerd-metrics@mid-essex.socket jvledgerd.target \
    jvledger-backup@mid-essex.service jvledger-backup@mid-essex.timer; do
    test -z "$(systemd-analyze verify --man=no "$installed" 2>&1)"
done
! journalctl -u $unit -o cat --no-pager | grep -i 'thread priority'
# Metrics on a socket of their own, which systemd adds only while the daemon is stopped.
systemctl stop $unit.service
systemctl enable --now jvledgerd-metrics@mid-essex.socket
test -S /run/jvledger/mid-essex/io.systemd.Metrics
alice checkpoint >/dev/null
test "$(jvctl metrics | grep -c '^jvledger_entries{ledger="mid-essex"}')" = 1

# Under load: a reload loses no call, and after a kill every entry that was acknowledged is there.
load() {
    number=0
    while [ ! -e /tmp/enough ]; do
        number=$((number + 1))
        if alice organisation add "load-$1-$number" Load --kind other >/dev/null 2>&1; then
            echo "load-$1-$number" >>"/tmp/acknowledged.$1"
        else
            echo "load-$1-$number" >>/tmp/lost
        fi
    done
}
start_load() { rm -f /tmp/enough; for client in 1 2 3; do load $1$client & done; }
start_load a
# acknowledged COUNT: waits until so many acknowledgements have come.
acknowledged() { while [ "$(cat /tmp/acknowledged.* 2>/dev/null | wc -l)" -lt "$1" ]; do sleep 0.1; done; }
acknowledged 20
systemctl reload $unit.service
acknowledged 40
test ! -s /tmp/lost
kill -9 "$(systemctl show -p MainPID --value $unit.service)"
acknowledged 60
# end_load: everything that was acknowledged is there.
end_load() {
    touch /tmp/enough
    wait
    alice organisation list --json=short >/tmp/organisations
    for key in $(cat /tmp/acknowledged.*); do grep -q "\"$key\"" /tmp/organisations; done
    alice verify
}
end_load

# A daemon that no longer answers is ended and started again.
mkdir -p /run/systemd/system/$unit.service.d
printf '[Service]\nWatchdogSec=2s\n' >/run/systemd/system/$unit.service.d/watchdog.conf
systemctl daemon-reload
systemctl restart $unit.service
process=$(systemctl show -p MainPID --value $unit.service)
kill -STOP "$process"
until journalctl -u $unit --no-pager -o cat | grep -q 'Watchdog timeout'; do sleep 0.5; done
alice checkpoint
test "$(systemctl show -p MainPID --value $unit.service)" != "$process"
rm -r /run/systemd/system/$unit.service.d
systemctl daemon-reload
systemctl restart $unit.service

# Another ledger of the same host: neither daemon sees the other's files.
jvledgerd init other --administrator alice
systemctl start jvledgerd@other.socket
runuser -u alice -- jvctl --instance other status
inside() { nsenter --mount --target "$(systemctl show -p MainPID --value "jvledgerd@$1.service")" ls /var/lib/jvledger; }
test "$(inside mid-essex)" = mid-essex
test "$(inside other)" = other
systemctl stop jvledgerd@other.socket jvledgerd@other.service

# The backup of a ledger in service, and the drill: all is lost but the backup and the key.
systemctl enable --now jvledger-backup@mid-essex.timer
systemctl list-timers --no-pager | grep -q jvledger-backup@mid-essex.timer
systemctl start jvledger-backup@mid-essex.service
journalctl -u jvledger-backup@mid-essex --no-pager -o cat | grep -q 'Proved from the copy'
before=$(alice checkpoint)
systemctl stop $unit.socket $unit.service
cp $ledger/signing-key /root/signing-key
rm -r $ledger
jvledgerd restore mid-essex --from /var/backups/jvledger/mid-essex --signing-key /root/signing-key
systemctl start $unit.socket
test "$(alice checkpoint)" = "$before"

# An upgrade under load restarts the daemon that runs, its socket stays, and callers wait there: none is turned away.
process=$(systemctl show -p MainPID --value $unit.service)
rm -f /tmp/acknowledged.* /tmp/lost
listening=$(systemctl show -p InactiveExitTimestampMonotonic --value $unit.socket)
start_load b
acknowledged 20
apt install /jvledger-newer.deb
# Waits for the restart, which goes on when that of the target is done.
systemctl start $unit.service
acknowledged $(($(cat /tmp/acknowledged.* | wc -l) + 20))
end_load
test ! -s /tmp/lost
test "$(dpkg-query -W -f '${Version}' jvledger | grep -c '+newer$')" = 1
test "$(systemctl show -p MainPID --value $unit.service)" != "$process"
test "$(systemctl show -p InactiveExitTimestampMonotonic --value $unit.socket)" = "$listening"
before=$(alice checkpoint)

# Without a ledger the daemon says what to type.
systemctl start jvledgerd@nowhere.socket
status=0
timeout 10 jvctl --instance nowhere whoami || status=$?
test "$status" != 0
systemctl show -p ExecMainStatus --value jvledgerd@nowhere.service | grep -qx 78
journalctl -u jvledgerd@nowhere --no-pager -o cat | grep -q 'jvledgerd init nowhere'
systemctl stop jvledgerd@nowhere.socket
systemctl reset-failed 'jvledgerd@nowhere.*'
fails 1 systemctl enable --now jvledgerd@nowhere.service
journalctl -x -u jvledgerd@nowhere --no-pager -p crit | grep -q 'jvledgerd init nowhere'
journalctl -x -u jvledgerd@nowhere --no-pager | grep -q 'Subject: The ledger nowhere is not served'
systemctl disable jvledgerd@nowhere.service

# Removed and purged, it leaves the ledger as it is, and says so; installed again, it serves it again.
apt remove jvledger
test "$(systemctl is-active $unit.service)" != active
test "$(systemctl is-active jvledger-backup@mid-essex.timer)" = inactive
test ! -e $socket
apt purge jvledger 2>&1 | tee /tmp/purge
grep -q '/var/lib/jvledger is kept' /tmp/purge
for kept in $ledger/ledger.sqlite $ledger/signing-key /etc/jvledger/mid-essex/policy.yaml; do test -s $kept; done
apt install /jvledger.deb
jvledgerd fsck mid-essex
systemctl start $unit.socket
test "$(alice checkpoint)" = "$before"
