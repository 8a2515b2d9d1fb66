#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Shows the ledger at work: a daemon on a private socket in a temporary directory, a real joint venture's history,
# questions and answers, a refusal, an audit pack and its offline verification. Ends by itself and leaves nothing running;
# with KEEP=1 the daemon stays up.
#
#   sh Config/try.sh DIRECTORY-WITH-THE-BINARIES
set -eu
binaries=$1
place=$(mktemp -d "${TMPDIR:-/tmp}/jvledger.XXXXXX")
daemon=""

finish() {
    status=$?
    if [ "${KEEP:-}" != 1 ] || [ "$status" -ne 0 ]; then
        [ -z "$daemon" ] || { kill "$daemon" 2>/dev/null && wait "$daemon" 2>/dev/null; } || true
        rm -rf "$place"
    fi
    exit "$status"
}
trap finish EXIT
trap 'exit 1' INT TERM

chmod 755 "$place"
cp "$binaries/jvledgerd" "$binaries/jvctl" "$place/"

# Root administers and can never record, so root's part here is played by nobody.
if [ "$(id -u)" -eq 0 ]; then
    uid=$(id -u nobody)
    chown "$uid" "$place"
    as="setpriv --reuid=$uid --regid=$(id -g nobody) --clear-groups"
else
    uid=$(id -u)
    as=""
fi
cat >"$place/policy.yaml" <<POLICY
# Here one user records for everyone; in earnest each partner has recorders of its own.
users:
  $uid:
    roles: [reader, recorder, auditor]
    for: [programme-office, provide, essex-county-council]
POLICY
chmod 644 "$place/policy.yaml"
JVLEDGER_SOCKET=$place/socket
export JVLEDGER_SOCKET

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '\n== %s\n' "$*"; }
jvctl() { $as "$place/jvctl" "$@"; }
show() {
    printf '$ jvctl'
    for word in "$@"; do
        case $word in *[!A-Za-z0-9@:=,./#-]*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    jvctl "$@"
}

say "A new ledger: a key, an access policy, and entry 0, the charter"
$as "$place/jvledgerd" init mid-essex --administrator root --state-directory "$place/state" \
    --policy "$place/policy.yaml" | sed '/^Next/,$d'
$as "$place/jvledgerd" --instance mid-essex --state-directory "$place/state" --policy "$place/policy.yaml" \
    --socket "$place/socket" 2>"$place/log" &
daemon=$!
waited=0
until [ -S "$place/socket" ] && jvctl whoami >/dev/null 2>&1; do
    kill -0 "$daemon" 2>/dev/null || { cat "$place/log" >&2; exit 1; }
    waited=$((waited + 1))
    [ "$waited" -lt 300 ] || { echo "the daemon does not answer" >&2; cat "$place/log" >&2; exit 1; }
    sleep 0.1
done
show
show whoami

say "The first half of the journey, 2012 to 2018, from a published case study"
show import --example --part 1 --for programme-office
first=$(jvctl --json=short | sed -n 's/.*"size":\([0-9]*\).*/\1/p')

say "The second half, 2019 to 2021"
show import --example --part 2 --for programme-office

say "What is decided"
show decision list
show decision show D-0003

say "The jointly funded post: in August 2019 perhaps, on 1 October certainly"
show post show programme-manager --valid-at 2019-08-15
show post show programme-manager --valid-at 2019-10-01

say "What the ledger held after the first import, beside what it holds now; and before it began"
show decision list --known-at "checkpoint:$first"
show decision list --known-at 2019-06-01

say "Who brought whom together in 2012: by organisation, and by unit"
show boundary brokers
show boundary brokers --by-unit

say "Two accounts that contradict each other both stay"
show disputes

say "What is illustrated beside it, marked as such; and who could have stopped a decision, who did, what came of it"
show import --example --part 3 --for programme-office
show decision account D-0003
show measure board
show network bridges

say "Nothing is decided without both partners"
show decision propose "Extend the evaluation method to discharge" --for programme-office
show decision consent D-0004 --for provide
code=0
show decision adopt D-0004 --reason "it works" --for programme-office || code=$?
echo "(exit status $code)"
[ "$code" -eq 65 ] || exit 1

say "An audit pack, and its verification without the daemon"
show checkpoint --public-key >"$place/mid-essex.out"
sed 1d "$place/mid-essex.out" >"$place/mid-essex.vkey"
(cd "$place" && show export --pack november.tar --receiver external-audit)
(cd "$place" && show verify november.tar --key mid-essex.vkey)
say "One letter altered"
sed 's/Programme Manager/Programme Mannger/' "$place/november.tar" >"$place/altered.tar"
code=0
(cd "$place" && show verify altered.tar --key mid-essex.vkey) || code=$?
[ "$code" -eq 1 ] || exit 1

say "The ledger reads every byte of itself again"
show verify

if [ "${KEEP:-}" = 1 ]; then
    trap - EXIT
    say "The daemon is still up. To go on by hand:"
    echo "export JVLEDGER_SOCKET=$place/socket"
    echo "$as $place/jvctl --help" | sed 's/^ //'
    echo "kill $daemon; rm -rf $place     # when you are done"
else
    say "That was all; nothing is left running. To go on by hand: make run KEEP=1"
fi
