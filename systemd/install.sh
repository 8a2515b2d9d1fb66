#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Installs what was built: the programs, and what the programs say of themselves as manual pages and completions; units,
# the service user, the preset and the message catalogue; interface definitions and commented examples.
#
#   DESTDIR=ROOT PREFIX=/usr sh systemd/install.sh DIRECTORY-WITH-THE-BINARIES
#
# UNITDIR, beside which presets go, and ZSHDIR are for distributions that have them elsewhere. Nothing is ever installed
# into /etc or /var: the configuration and the ledgers are the administrator's.
set -eu
binaries=$1
here=$(cd "$(dirname "$0")" && pwd)
source=$(dirname "$here")
prefix=${PREFIX:-/usr}
share=$prefix/share
lib=$prefix/lib
units=${UNITDIR:-$lib/systemd/system}
zsh=${ZSHDIR:-$share/zsh/site-functions}
root=${DESTDIR:-}
for program in jvledgerd jvctl; do
    [ -x "$binaries/$program" ] || { echo "$binaries/$program is not built: make build" >&2; exit 1; }
done
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# put FILE DIRECTORY NAME: a file of data, with the prefix that was chosen where it names /usr.
put() {
    sed "s,/usr/\(s\?bin\|share\)/,$prefix/\1/,g" "$1" >"$made/file"
    install -D -m 644 "$made/file" "$root$2/$3"
}

install -D -m 755 "$binaries/jvledgerd" "$root$prefix/sbin/jvledgerd"
install -D -m 755 "$binaries/jvctl" "$root$prefix/bin/jvctl"

for unit in jvledgerd@.service jvledgerd@.socket jvledgerd-metrics@.socket jvledgerd.target \
    jvledger-backup@.service jvledger-backup@.timer; do
    put "$here/$unit" "$units" "$unit"
done
for unit in jvledger-witness@.service jvledger-witness@.timer; do
    put "$here/user/$unit" "$(dirname "$units")/user" "$unit"
done
put "$here/jvledger.tmpfiles" "$lib/tmpfiles.d" jvledger.conf
put "$here/jvledger.sysusers" "$lib/sysusers.d" jvledger.conf
put "$here/jvledger.preset" "$(dirname "$units")/system-preset" 80-jvledger.preset
put "$here/jvledger.catalog" "$lib/systemd/catalog" jvledger.catalog

# Not systemd's own io.systemd.service, which is not ours to give.
for interface in "$source"/Sources/LedgerAPI/Interfaces/io.jvledger.*.varlink; do
    put "$interface" "$share/varlink/interfaces" "$(basename "$interface")"
done
for example in Config/jvledgerd.yaml Config/policy.yaml Verifier/jvledger_verify.py; do
    # As it is: the lines of the verifier are nobody's paths.
    install -D -m 644 "$source/$example" "$root$share/doc/jvledger/examples/$(basename "$example")"
done

mkdir "$made/man"
version=$("$binaries/jvctl" --version)
"$binaries/jvctl" --experimental-dump-help >"$made/help"
python3 -B "$here/man/verb_pages.py" "$version" "$made/man" <"$made/help"
python3 -B "$here/man/interface_pages.py" "$version" "$made/man" \
    "$source"/Sources/LedgerAPI/Interfaces/io.jvledger.*.varlink
cp "$here"/man/*.[1-8] "$made/man/"
for page in "$made"/man/*; do
    put "$page" "$share/man/man${page##*.}" "$(basename "$page")"
done
# The file is called jvledgerd.yaml, the page jvledger.yaml: both names find it.
ln -sf jvledger.yaml.5 "$root$share/man/man5/jvledgerd.yaml.5"

for program in jvledgerd jvctl; do
    for shell in bash zsh fish; do
        "$binaries/$program" --generate-completion-script "$shell" >"$made/$shell"
    done
    sed -i '1{/^#!/d}' "$made/bash" # Read by the shell, never run.
    # fish asks of each of some thousand completions whether it fits, and parses the line for each: first see whether its
    # verb is there at all.
    sed -i 's/^function \(__[a-z]*\)_should_offer_completions_for_.*/&\
    contains -- (string split -- " " $expected_commands)[-1] (\1_tokens -pc); or return 1/' "$made/fish"
    install -D -m 644 "$made/bash" "$root$share/bash-completion/completions/$program"
    install -D -m 644 "$made/zsh" "$root$zsh/_$program"
    install -D -m 644 "$made/fish" "$root$share/fish/vendor_completions.d/$program.fish"
done

[ -n "$root" ] || cat <<'NEXT'
Next, as root: systemd-sysusers; systemctl daemon-reload; journalctl --update-catalog; systemctl enable jvledgerd.target
then for each ledger: jvledgerd init INSTANCE --administrator USER; systemctl enable --now jvledgerd@INSTANCE.socket
NEXT
