#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Verifies an export of a ledger, without jvledger.

    python3 jvledger_verify.py FILE --key VKEY... [--since OLDER-CHECKPOINT] [--checkpoint FILE] [--json]

FILE holds the entries, one to a line; FILE.checkpoint, beside it, is the signed checkpoint over them. Nothing is
believed but the keys, which must come by another way than the export: the ledger's, and those of partners' witnesses.
--key takes a key or a file with keys and may be given again.

It shares no code with jvctl, so that the two can be held against each other. It needs Python 3.9 or later and the
package `cryptography` (Debian: python3-cryptography), for Ed25519 signatures alone; the rest is the standard library.

Formats: C2SP signed-note, tlog-checkpoint, tlog-cosignature (c2sp.org); the tree of RFC 6962 section 2.1.

Exit codes: 0 verified, 1 NOT VERIFIED, 2 usage, 3 cannot tell.
"""

import argparse
import base64
import binascii
import datetime
import hashlib
import json
import re
import sys

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    print("Cannot tell: python3-cryptography is not installed", file=sys.stderr)
    sys.exit(3)

ENTRY_LIMIT = 65_535
NOTE_LIMIT = 128 * 1024
ED25519, COSIGNATURE = 1, 4


class NotVerified(Exception):
    """What was looked at is not what was signed."""

    def __init__(self, message, position=None):
        super().__init__(message)
        self.position = position


class CannotTell(Exception):
    """Something that is needed is missing or cannot be read."""


class Key:
    """A C2SP vkey: NAME+ID+BASE64(TYPE || 32 BYTES)."""

    def __init__(self, text):
        match = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)", text)
        if not match:
            raise ValueError("not NAME+ID+BASE64")
        self.name, blob = match[1], base64.b64decode(match[3], validate=True)
        if len(blob) != 33 or blob[0] not in (ED25519, COSIGNATURE):
            raise ValueError("not an Ed25519 key of type 1 or 4")
        self.type = blob[0]
        self.id = hashlib.sha256(self.name.encode() + b"\n" + blob).digest()[:4]
        if self.id.hex() != match[2]:
            raise ValueError("its id is not that of the key")
        self.public = Ed25519PublicKey.from_public_bytes(blob[1:])

    def verifies(self, signature, message):
        try:
            self.public.verify(signature, message)
            return True
        except InvalidSignature:
            return False


class Checkpoint:
    """A checkpoint that the ledger signed, and the cosignatures on it."""

    def __init__(self, note, keys):
        if len(note) > NOTE_LIMIT:
            raise NotVerified("the checkpoint is too large")
        text, blank, signatures = note.rpartition(b"\n\n")
        if not blank or not signatures.endswith(b"\n"):
            raise NotVerified("the checkpoint is not a signed note")
        text += b"\n"
        self.cosignatures, signers = [], []
        for line in signatures[:-1].split(b"\n"):
            match = re.fullmatch("\u2014 ([^ ]+) ([A-Za-z0-9+/=]+)".encode(), line)
            if not match:
                raise NotVerified("the checkpoint has a line that is no signature")
            try:
                name, blob = match[1].decode(), base64.b64decode(match[2], validate=True)
            except (binascii.Error, UnicodeDecodeError):
                raise NotVerified("the checkpoint has a line that is no signature") from None
            for key in keys:
                if key.name == name and key.id == blob[:4]:
                    if key.type == ED25519:
                        if not key.verifies(blob[4:], text):
                            raise NotVerified(f"the signature of {name} is not of this checkpoint")
                        signers.append(name)
                    else:
                        seconds = int.from_bytes(blob[4:12], "big")
                        message = b"cosignature/v1\ntime %d\n" % seconds + text
                        if len(blob) != 76 or not key.verifies(blob[12:], message):
                            raise NotVerified(f"the cosignature of {name} is not of this checkpoint")
                        self.cosignatures.append((name, seconds))
        lines = text.decode("utf-8", "replace").split("\n")
        if len(lines) < 4 or not re.fullmatch(r"0|[1-9][0-9]{0,18}", lines[1]):
            raise NotVerified("the checkpoint has no size")
        if lines[0] not in signers:
            raise NotVerified("none of the keys that were given signed the checkpoint")
        self.size = int(lines[1])
        try:
            self.root = base64.b64decode(lines[2], validate=True)
        except binascii.Error:
            raise NotVerified("the checkpoint has no root") from None


class Tree:
    """The roots of the perfect subtrees of an RFC 6962 tree, the largest first."""

    def __init__(self):
        self.size, self.roots = 0, []

    def append(self, leaf):
        carry, size = leaf, self.size
        while size & 1:
            carry = hashlib.sha256(b"\x01" + self.roots.pop() + carry).digest()
            size >>= 1
        self.roots.append(carry)
        self.size += 1

    @property
    def root(self):
        if not self.roots:
            return hashlib.sha256(b"").digest()
        root = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            root = hashlib.sha256(b"\x01" + left + root).digest()
        return root


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read(NOTE_LIMIT + 1)
    except OSError as error:
        raise CannotTell(f"cannot read {path}: {error.strerror}") from None


def keys(options):
    found = []
    for option in options:
        try:
            found.append(Key(option))
            continue
        except (ValueError, binascii.Error):
            pass
        try:
            lines = open(option, encoding="utf-8").read().split("\n")
            found += [Key(line.strip()) for line in lines if line.strip() and not line.startswith("#")]
        except (OSError, ValueError, binascii.Error):
            print(f"{option} is neither a key (NAME+1234abcd+BASE64) nor a file with keys", file=sys.stderr)
            sys.exit(2)
    if not any(key.type == ED25519 for key in found):
        print("no key of a ledger was given", file=sys.stderr)
        sys.exit(2)
    return found


def first_bad(path, hashes, checkpoint):
    """The first entry that is not what was signed, if the list of leaf hashes is what was signed."""
    try:
        text = open(hashes, "rb").read()
    except OSError:
        return None
    lines = text.decode("ascii", "replace").split("\n")
    if not text.endswith(b"\n") or not all(re.fullmatch("[0-9a-f]{64}", line) for line in lines[:-1]):
        return None
    leaves, tree = [bytes.fromhex(line) for line in lines[:-1]], Tree()
    for leaf in leaves:
        tree.append(leaf)
    if tree.size != checkpoint.size or tree.root != checkpoint.root:
        return None
    with open(path, "rb") as file:
        for position, leaf in enumerate(leaves):
            line = file.readline(ENTRY_LIMIT + 2)
            if hashlib.sha256(b"\x00" + line.rstrip(b"\n")).digest() != leaf:
                return position
    return len(leaves)


def first_out_of_place(path):
    """The first line that does not say of itself that it stands there: what is left without the leaf hashes."""
    with open(path, "rb") as file:
        position = 0
        while True:
            line = file.readline(ENTRY_LIMIT + 2)
            if not line:
                return None
            try:
                if json.loads(line)["sequence"] != f"{position:016}":
                    return position
            except (ValueError, KeyError, TypeError):
                return position
            position += 1


def verify(options):
    trusted = keys(options.key)
    checkpoint = Checkpoint(read(options.checkpoint or options.file + ".checkpoint"), trusted)
    older = Checkpoint(read(options.since), trusted) if options.since else None
    if older and older.size > checkpoint.size:
        raise NotVerified(f"the older checkpoint has {older.size} entries, this one {checkpoint.size}")
    tree, older_root = Tree(), None
    hashes = options.file + ".hashes"

    def wrong(message, position=None):
        bad = first_bad(options.file, hashes, checkpoint)
        if bad is None and position is None:
            bad = first_out_of_place(options.file)
        return NotVerified(message, position if bad is None else bad)

    try:
        with open(options.file, "rb") as file:
            while True:
                if older and tree.size == older.size:
                    older_root = tree.root
                line = file.readline(ENTRY_LIMIT + 2)
                if not line:
                    break
                if not line.endswith(b"\n") or len(line) > ENTRY_LIMIT + 1:
                    raise wrong("it does not end where an entry ends", tree.size)
                tree.append(hashlib.sha256(b"\x00" + line[:-1]).digest())
    except OSError as error:
        raise CannotTell(f"cannot read {options.file}: {error.strerror}") from None
    if tree.size != checkpoint.size:
        raise wrong(f"there are {tree.size} entries, and {checkpoint.size} were signed")
    if tree.root != checkpoint.root:
        raise wrong("not the bytes that were signed")
    if older and older_root != older.root:
        raise NotVerified("it does not continue the older checkpoint: one of them tells another story")
    return checkpoint, older


def main():
    parser = argparse.ArgumentParser(description="Verifies an export of a ledger, without jvledger.")
    parser.add_argument("file")
    parser.add_argument("--key", action="append", required=True, metavar="VKEY|FILE")
    parser.add_argument("--checkpoint", metavar="FILE")
    parser.add_argument("--since", metavar="CHECKPOINT")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    try:
        checkpoint, older = verify(options)
    except NotVerified as error:
        if options.json:
            print(json.dumps({"verified": False, "position": error.position, "problem": str(error)}))
        else:
            where = "" if error.position is None else f"entry {error.position}: "
            print(f"NOT VERIFIED  {where}{error}")
        return 1
    except CannotTell as error:
        print(f"Cannot tell: {error}", file=sys.stderr)
        return 3
    signers = [name for name, _ in checkpoint.cosignatures]
    if options.json:
        print(json.dumps({"verified": True, "size": checkpoint.size, "cosignedBy": signers}))
        return 0
    print(f"VERIFIED   {checkpoint.size} entries, unaltered, none missing up to checkpoint {checkpoint.size}")
    for name, seconds in checkpoint.cosignatures:
        time = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        print(f"VERIFIED   cosigned by {name} at {time}")
    if not signers:
        print("NOT SHOWN  no partner cosigned: the operator could have rewritten it earlier")
    if older:
        print(f"VERIFIED   continues the older checkpoint of {older.size} entries")
    else:
        print("NOT SHOWN  whether it continues what you saw before: give that checkpoint with --since")
    return 0


if __name__ == "__main__":
    sys.exit(main())
