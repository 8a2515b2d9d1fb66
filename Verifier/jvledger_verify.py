#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Verifies an audit pack or an export of a ledger, without jvledger.

    python3 jvledger_verify.py FILE --key VKEY... [--since OLDER-CHECKPOINT] [--checkpoint FILE] [--unrecorded] [--json]

FILE is an audit pack, a tar archive that jvctl export --pack wrote. Or it holds the entries, one to a line, and
FILE.checkpoint, beside it, is the signed checkpoint over them. Nothing is believed but the keys, which must come by
another way than the file: the ledger's, and those of partners' witnesses. --key takes a key or a file with keys and may
be given again. --unrecorded accepts a pack that says of itself that the ledger could not record it.

It shares no code with jvctl, so that the two can be held against each other. It needs Python 3.9 or later and the
package `cryptography` (Debian: python3-cryptography), for Ed25519 signatures alone; the rest is the standard library.

Formats: C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-tiles, tlog-proof, and the request of tlog-witness
(c2sp.org); the tree of RFC 6962 section 2.1; POSIX ustar; disclosures of SD-JWT (RFC 9901 section 4.2).

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
PROOF_LIMIT = NOTE_LIMIT + 72 * 1024
BUNDLE_LIMIT = 256 * 65_537
LINE_LIMIT = 2 * 1024 * 1024
FILES_LIMIT = 10_000_000
ED25519, COSIGNATURE = 1, 4


class NotVerified(Exception):
    """What was looked at is not what was signed."""

    def __init__(self, message, position=None):
        super().__init__(message)
        self.position = position
        self.counts = None  # What became of the sealed texts of a pack, once they were looked at.


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
        self.note, self.origin, self.size = note, lines[0], int(lines[1])
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


# Audit packs. Each step is a function; they run in the order of Pack.verify, and the first that fails is the fault.


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def perfect_root(hashes):
    """The root over 256 hashes, or any other power of two of them."""
    row = [hashes[start : start + 32] for start in range(0, len(hashes), 32)]
    while len(row) > 1:
        row = [node_hash(row[index], row[index + 1]) for index in range(0, len(row), 2)]
    return bytes(row[0])


def tree_root(hashes, size):
    """The root over the first leaf hashes of a bytes-like object that has 32 bytes for each."""
    tree, done = Tree(), 0
    while size - done >= 256:
        # 256 leaves at a time: the tree carries their root as it carries a leaf of a tree 256 times smaller.
        tree.append(perfect_root(hashes[32 * done : 32 * (done + 256)]))
        done += 256
    rest = Tree()
    for index in range(done, size):
        rest.append(hashes[32 * index : 32 * index + 32])
    roots = tree.roots + [bytes(root) for root in rest.roots]
    if not roots:
        return hashlib.sha256(b"").digest()
    root = roots[-1]
    for left in reversed(roots[:-1]):
        root = node_hash(left, root)
    return root


def included(index, size, leaf, path, root):
    """RFC 9162 section 2.1.3.2."""
    if index >= size:
        return False
    node, last, value = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if node & 1 or node == last:
            value = node_hash(sibling, value)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            value = node_hash(value, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and value == root


def consistent(old, new, old_root, new_root, path):
    """RFC 9162 section 2.1.4.2."""
    if old == new:
        return not path and old_root == new_root
    if not 0 < old < new:
        return False
    hashes = ([old_root] if old & (old - 1) == 0 else []) + list(path)
    if not hashes:
        return False
    node, last = old - 1, new - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    first = second = hashes[0]
    for value in hashes[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            first, second = node_hash(value, first), node_hash(value, second)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            second = node_hash(second, value)
        node, last = node >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root


def tile_path(level, index, width):
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.insert(0, f"x{index % 1000:03}")
    return f"tile/{level}/" + "/".join(groups) + ("" if width == 256 else f".p/{width}")


def tiles(level, size):
    """Path, index and width of every tile of a level: 0 and up, or "entries", which has those of level 0."""
    hashes = size >> (8 * level) if level != "entries" else size
    for index in range((hashes + 255) // 256):
        width = min(hashes - 256 * index, 256)
        yield tile_path(level, index, width), index, width


def levels(size):
    level = 0
    while size >> (8 * level):
        yield level
        level += 1


def no_twice(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a member stands twice")
    return dict(pairs)


def json_object(data):
    """An object of JSON, or None. A name that stands twice could be read in two ways: that is no object."""
    try:
        value = json.loads(data, object_pairs_hook=no_twice)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def is_number(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def member(value, *names):
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def printable(text):
    return "".join(letter if " " <= letter <= "~" else "?" for letter in str(text)[:200])


class Archive:
    """Where each file stands: strict ustar, plain files only, no path twice."""

    KNOWN = re.compile(
        r"VERIFY\.txt|checkpoint|policy|entries\.jsonl|disclosures\.jsonl|manifest\.json|history\.html"
        r"|record/entry\.json|record/entry\.tlog-proof|record/consistency|previous/checkpoint|previous/consistency"
        r"|tables/[a-z0-9-]+\.csv|entries/(0|[1-9][0-9]*)\.(json|tlog-proof)"
        r"|tile/([0-9]{1,2}|entries)(/x[0-9]{3})*/[0-9]{3}(\.p/[1-9][0-9]{0,2})?"
    )

    def __init__(self, path):
        self.file, self.files = open(path, "rb"), {}
        length = self.file.seek(0, 2)
        place = 0
        while True:
            block = self.at(place, 512)
            if len(block) < 512:
                raise NotVerified("the archive is cut off")
            if not any(block):
                break
            name, size = self.header(block)
            place += 512
            if place + size > length:
                raise NotVerified("the archive is cut off")
            if not self.KNOWN.fullmatch(name):
                raise NotVerified(f"the archive has {printable(name)}, which no pack has")
            if name in self.files or len(self.files) >= FILES_LIMIT:
                raise NotVerified(f"the archive has {printable(name)} twice")
            self.files[name] = (place, size)
            if any(self.at(place + size, -size % 512)):
                raise NotVerified("the archive has bytes that belong to no file")
            place += size + -size % 512
        if length - place < 1024:
            raise NotVerified("the archive is cut off")
        while place < length:
            piece = self.at(place, 1 << 16)
            if any(piece):
                raise NotVerified("the archive has bytes that belong to no file")
            place += len(piece)

    @staticmethod
    def header(block):
        if block[257:265] != b"ustar\x0000":
            raise NotVerified("the archive is not one of a pack: a block that begins a file is malformed")
        digits = re.compile(rb"[0-7]+")
        if not digits.fullmatch(block[148:154]) or int(block[148:154], 8) != sum(block) - sum(block[148:156]) + 8 * 32:
            raise NotVerified("the archive was altered: the checksum of a block is wrong")
        name = block[:100].split(b"\0")[0]
        if any(block[len(name) : 100]) or any(block[157:257]) or any(block[265:]) or block[156:157] != b"0":
            raise NotVerified(f"the archive has {printable(name.decode('utf-8', 'replace'))}, which is no plain file")
        if block[135] or not digits.fullmatch(block[124:135]):
            raise NotVerified("the archive is not one of a pack: a block that begins a file is malformed")
        return name.decode("utf-8", "replace"), int(block[124:135], 8)

    def at(self, place, length):
        self.file.seek(place)
        return self.file.read(length)

    def has(self, path):
        return path in self.files

    def read(self, path, limit=BUNDLE_LIMIT):
        if path not in self.files:
            raise NotVerified(f"{path} is missing")
        place, size = self.files[path]
        if size > limit:
            raise NotVerified(f"{path} cannot be read as what it should be")
        return self.at(place, size)

    def pieces(self, path):
        place, size = self.files[path]
        while size:
            piece = self.at(place, min(size, 1 << 18))
            if not piece:
                raise NotVerified("the archive is cut off")
            place, size = place + len(piece), size - len(piece)
            yield piece

    def lines(self, path, limit):
        """The lines of a file without their LF."""
        if path not in self.files:
            raise NotVerified(f"{path} is missing")
        rest = b""
        for piece in self.pieces(path):
            parts = (rest + piece).split(b"\n")
            rest = parts.pop()
            for line in parts:
                if len(line) > limit:
                    raise NotVerified(f"{path} cannot be read as what it should be")
                yield line
            if len(rest) > limit:
                raise NotVerified(f"{path} cannot be read as what it should be")
        if rest:
            raise NotVerified(f"{path} cannot be read as what it should be")


def path_and_note(data, first):
    """A tlog-proof or a witness request: the number of its line `first`, the hashes, and the checkpoint."""
    head, blank, note = data.partition(b"\n\n")
    lines = head.split(b"\n")
    if first == "index":
        if lines.pop(0) != b"c2sp.org/tlog-proof@v1":
            return None
        if lines and lines[0].startswith(b"extra "):
            lines.pop(0)
    number = re.fullmatch(first.encode() + rb" (0|[1-9][0-9]{0,18})", lines[0] if lines else b"")
    try:
        hashes = [base64.b64decode(line, validate=True) for line in lines[1:]]
    except binascii.Error:
        return None
    if not blank or not number or len(hashes) > 63 or any(len(value) != 32 for value in hashes):
        return None
    return int(number[1]), hashes, note


class Pack:
    """An audit pack, and what was found in it."""

    WHY = ("notReadable", "notForReceiver", "asked")

    def __init__(self, options):
        self.options, self.keys = options, keys(options.key)
        self.archive = Archive(options.file)
        self.counts = dict.fromkeys(("intact", "erased", "withheld", "missing", "altered"), 0)
        self.reasons, self.erasures = {}, []
        self.record = self.previous = self.older = None
        self.counted = False

    def verify(self):
        self.checkpoint = self.opened("checkpoint", self.archive.read("checkpoint", NOTE_LIMIT))
        self.n, self.root = self.checkpoint.size, self.checkpoint.root
        self.check_log()
        self.check_older()
        self.claims = None
        try:
            self.read_manifest()
        except NotVerified:
            pass  # Said in its turn; until then nothing is held to what it claims.
        self.check_entries()
        self.read_manifest()
        self.check_manifest()
        self.check_record()
        self.check_files()
        self.check_previous()

    def opened(self, path, note):
        try:
            return Checkpoint(note, self.keys)
        except NotVerified as error:
            raise NotVerified(f"{path}: {error}") from None

    # The log: every leaf hash is kept, 32 bytes each.

    def check_log(self):
        n, expected = self.n, set()
        for level in levels(n):
            for path, index, width in tiles(level, n):
                expected.add(path)
                size = self.archive.files.get(path, (0, None))[1]
                if size != 32 * width:
                    problem = "is missing" if size is None else "cannot be read as what it should be"
                    raise NotVerified(f"{path} {problem}", index << (8 * (level + 1)))
        expected.update(path for path, _, _ in tiles("entries", n))
        stray = min((path for path in self.archive.files if path.startswith("tile/") and path not in expected), default=None)
        if stray:
            raise NotVerified(f"{stray} does not belong in this pack")
        self.leaves = bytearray()
        for path, _, _ in tiles(0, n):
            self.leaves += self.archive.read(path)
        self.whole = any(path.startswith("tile/entries/") for path in self.archive.files)
        right = tree_root(self.leaves, n) == self.root
        if self.whole:
            self.check_bundles(right)
        elif not right:
            self.find_altered_hash()
        below = self.leaves
        for level in list(levels(n))[1:]:
            above = b"".join(self.archive.read(path) for path, _, _ in tiles(level, n))
            for index in range(len(above) // 32):
                if perfect_root(below[8192 * index : 8192 * (index + 1)]) != above[32 * index : 32 * index + 32]:
                    path = list(tiles(level, n))[index // 256][0]
                    raise NotVerified(f"{path} does not follow from the tiles below it", index << (8 * level))
            below = above

    def leaf(self, position):
        return bytes(self.leaves[32 * position : 32 * position + 32])

    def check_bundles(self, right):
        """Every entry's hash is the one in its tile; where not, which of the two is wrong."""
        hashes, first = bytearray(), None
        for path, index, width in tiles("entries", self.n):
            start = 256 * index
            if not self.archive.has(path):
                raise NotVerified(f"{path} is missing", start)
            data, place, count = self.archive.read(path), 0, 0
            while place < len(data):
                end = place + 2 + int.from_bytes(data[place : place + 2], "big")
                if place + 2 > len(data) or end > len(data) or count >= 256:
                    raise NotVerified(f"{path} cannot be read as what it should be", start)
                value, position = leaf_hash(data[place + 2 : end]), len(hashes) // 32
                if first is None and value != self.leaf(position):
                    first = (position, value)
                hashes += value
                place, count = end, count + 1
            if len(hashes) // 32 != start + width and first is None:
                raise NotVerified(f"{path} cannot be read as what it should be", min(len(hashes) // 32, start + width))
        if first is None:
            if not right:
                raise NotVerified("neither entries nor tiles are those that were signed")
            return
        if right:
            raise NotVerified(self.not_signed(first[1]), first[0])
        if tree_root(hashes, len(hashes) // 32) == self.root:
            raise NotVerified("its hash in the tile is not the one that was signed", first[0])
        raise NotVerified("not the bytes that were signed", first[0])

    def not_signed(self, value):
        """Why an entry is not the one that was signed: another one, or none of them."""
        place = self.leaves.find(value)
        while place >= 0 and place % 32:
            place = self.leaves.find(value, place + 1)
        return "not the bytes that were signed" if place < 0 else f"entry {place // 32} stands in its place"

    def find_altered_hash(self):
        """Without bundles a hash in a tile can only be held against the entries that have their own proof."""
        positions = {int(path[8:].split(".")[0]) for path in self.archive.files if path.startswith("entries/")}
        for position in sorted(positions):
            entry, proof = f"entries/{position}.json", f"entries/{position}.tlog-proof"
            if position < self.n and self.archive.has(entry) and self.archive.has(proof):
                data = self.archive.read(entry, ENTRY_LIMIT)
                if self.proves(position, data) and leaf_hash(data) != self.leaf(position):
                    raise NotVerified("its hash in the tile is not the one that was signed", position)
        raise NotVerified("neither entries nor tiles are those that were signed")

    def proves(self, position, entry):
        proof = path_and_note(self.archive.read(f"entries/{position}.tlog-proof", PROOF_LIMIT), "index")
        if not proof or proof[0] != position or proof[2] != self.checkpoint.note:
            return False
        return included(position, self.n, leaf_hash(entry), proof[1], self.root)

    def check_older(self):
        if not self.options.since:
            return
        older = Checkpoint(read(self.options.since), self.keys)
        if older.origin != self.checkpoint.origin:
            raise NotVerified(f"the older checkpoint is of another ledger, {older.origin}")
        if older.size > self.n:
            raise NotVerified(f"missing, though checkpoint {older.size} has it: the end was cut off", self.n)
        if tree_root(self.leaves, older.size) != older.root:
            raise NotVerified(f"not what was signed at checkpoint {older.size}: history was rewritten since")
        self.older = older.size

    # The entries, and what became of their sealed texts.

    def check_entries(self):
        self.count, self.first, self.last, self.version = 0, None, None, 0
        sealed = self.sealed_texts()
        next(sealed)
        for line in self.archive.lines("entries.jsonl", ENTRY_LIMIT):
            entry = None
            if self.whole:
                position = self.count
            else:
                entry = json_object(line) or {}
                sequence = entry.get("sequence")
                if not isinstance(sequence, str) or not re.fullmatch("[0-9]{16}", sequence):
                    raise NotVerified("a line of entries.jsonl is no entry, or out of order")
                position = int(sequence)
            if position >= self.n:
                raise NotVerified("beyond what the pack is about", position)
            if self.last is not None and position <= self.last:
                raise NotVerified("a line of entries.jsonl is no entry, or out of order", position)
            if leaf_hash(line) != self.leaf(position):
                raise NotVerified(self.not_signed(leaf_hash(line)), position)
            self.check_range(position)
            if not self.whole:
                self.check_stream(position, entry)
                self.check_proof(position, line)
            if b'"_sd":[' in line or b'.executed.v1"' in line:
                sealed.send((position, entry or json_object(line) or {}))
            self.count, self.last = self.count + 1, position
            self.first = position if self.first is None else self.first
        if self.whole and self.count < self.n:
            raise NotVerified("missing in entries.jsonl", self.count)
        if self.scope() == "range" and (self.last is None or self.last < self.bounds[1]):
            raise NotVerified("missing in entries.jsonl", self.bounds[0] if self.last is None else self.last + 1)
        alone = [path for path in self.archive.files if path.startswith("entries/")]
        if len(alone) != (0 if self.whole else 2 * self.count):
            if self.whole:
                raise NotVerified("entries/ does not belong in this pack")
            listed = {int(json_object(line)["sequence"]) for line in self.archive.lines("entries.jsonl", ENTRY_LIMIT)}
            stray = min({int(path[8:].split(".")[0]) for path in alone} - listed)
            raise NotVerified(f"entries/{stray} does not belong in this pack", stray)
        try:
            sealed.send(None)
        except StopIteration:
            pass
        self.counted = True
        if self.unsound:
            position, message = min(self.unsound, key=lambda item: item[0])
            raise NotVerified(message, position)

    def scope(self):
        return member(self.claims, "scope")

    def check_range(self, position):
        if self.scope() != "range":
            return
        expected = self.bounds[0] if self.last is None else self.last + 1
        if position > expected:
            raise NotVerified("missing in entries.jsonl", expected)
        if position < expected or position > self.bounds[1]:
            raise NotVerified("beyond what the pack is about", position)

    def check_stream(self, position, entry):
        kind = {"decision": "decision", "partner": "organisation", "person": "person"}.get(self.scope())
        stream = f"{kind}/{member(self.claims, 'filter')}"
        if kind and entry.get("subject") == stream:
            if entry.get("streamversion") != self.version + 1:
                raise NotVerified(f"the one before it on {printable(stream)} is missing", position)
            self.version += 1

    def check_proof(self, position, line):
        for path in (f"entries/{position}.json", f"entries/{position}.tlog-proof"):
            if not self.archive.has(path):
                raise NotVerified(f"{path} is missing", position)
        if self.archive.read(f"entries/{position}.json", ENTRY_LIMIT) != line:
            raise NotVerified(f"entries/{position}.json is not what was signed", position)
        if not self.proves(position, line):
            raise NotVerified(f"entries/{position}.tlog-proof is not what was signed", position)

    def sealed_texts(self):
        """Takes entries with sealed texts, and erasures, and goes along disclosures.jsonl with them."""
        self.unsound = []
        awaited, shown = {}, set()

        def unsound(position, message, kind="altered"):
            if kind:
                self.counts[kind] += 1
            self.unsound.append((position, message))

        def refuse(claims):
            """No entry erased what was said to be."""
            for place, name, _ in claims:
                self.counts["erased"] -= 1
                unsound(place, f"its sealed text {printable(name)} is said to be erased, and no entry says so")

        def told():
            for line in self.archive.lines("disclosures.jsonl", LINE_LIMIT):
                value = json_object(line)
                if value is None or not is_number(value.get("position")):
                    raise NotVerified("disclosures.jsonl cannot be read as what it should be")
                yield value
            while True:
                yield None

        lines = told()
        line = next(lines)
        while True:
            item = yield
            if item is None:
                break
            position, entry = item
            data = member(entry, "data")
            if entry.get("type") == "io.jvledger.erasure.executed.v1":
                fields = [field for field in member(data, "fields") or [] if isinstance(field, dict)]
                named = {(field.get("position"), field.get("field"), field.get("digest")) for field in fields}
                self.erasures.append((position, len(fields), member(data, "basis") or ""))
                refuse(awaited.pop(position, set()) - named)
                for place, name, _ in named:
                    if (place, name) in shown:
                        self.counts["intact"] -= 1
                        unsound(place, f"its sealed text {printable(name)} is shown, though entry {position} erased it")
            inner = member(data, "data") if entry.get("type") == "io.jvledger.entry.corrected.v1" else None
            for part in (data, inner):
                for name, digest in zip(member(part, "sealed") or [], member(part, "_sd") or []):
                    while line and line["position"] < position:
                        unsound(line["position"], "a line of disclosures.jsonl belongs to no sealed text", None)
                        line = next(lines)
                    if not line or line["position"] != position or line.get("field") != name:
                        unsound(position, f"its sealed text {printable(name)} is missing", "missing")
                        continue
                    state, by, why = line.get("state"), line.get("by"), line.get("why")
                    if state == "disclosed" and self.discloses(line.get("disclosure"), name, digest):
                        self.counts["intact"] += 1
                        shown.add((position, name))
                    elif state == "erased":
                        if is_number(by) and by > position and isinstance(digest, str):
                            self.counts["erased"] += 1
                            value = base64.urlsafe_b64decode(digest + "=" * (-len(digest) % 4)).hex()
                            awaited.setdefault(by, set()).add((position, name, value))
                        else:
                            unsound(position, f"its sealed text {printable(name)} is said to be erased, and no entry says so")
                    elif state == "withheld" and why in self.WHY:
                        self.counts["withheld"] += 1
                        self.reasons[why] = self.reasons.get(why, 0) + 1
                    else:
                        unsound(position, f"its sealed text {printable(name)} is altered")
                    line = next(lines)
        if line:
            unsound(line["position"], "a line of disclosures.jsonl belongs to no sealed text", None)
        for claims in awaited.values():
            refuse(claims)

    @staticmethod
    def discloses(text, name, digest):
        """Whether a disclosure has the digest, and is of the field: base64url of [salt, name, value]."""
        if not isinstance(text, str) or not re.fullmatch("[A-Za-z0-9_-]+", text):
            return False
        value = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        try:
            parts = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        except (ValueError, binascii.Error, RecursionError):
            return False
        return value == digest and isinstance(parts, list) and len(parts) == 3 and parts[1] == name

    # What the pack says of itself.

    def read_manifest(self):
        self.manifest = self.archive.read("manifest.json")
        claims = json_object(self.manifest)
        if claims is None:
            raise NotVerified("manifest.json cannot be read as what it should be")
        scope, text = claims.get("scope"), claims.get("filter")
        if claims.get("format") != "jvledger-pack/v1":
            raise NotVerified("what manifest.json says of format is not so")
        right = scope == "whole" and "filter" not in claims
        if scope == "range" and isinstance(text, str):
            match = re.fullmatch("(0|[1-9][0-9]*)-(0|[1-9][0-9]*)", text)
            self.bounds = (int(match[1]), int(match[2])) if match else (1, 0)
            right = self.bounds[0] <= self.bounds[1]
        elif scope in ("decision", "partner", "person"):
            right = isinstance(text, str) and text != ""
        if not right:
            raise NotVerified("what manifest.json says of filter is not so")
        self.claims = claims

    def check_manifest(self):
        claims, counts = self.claims, self.counts
        told = claims.get("withheld") or {}
        for name, right in (
            ("origin", claims.get("origin") == self.checkpoint.origin),
            ("size", claims.get("size") == self.n),
            ("knownAt", claims.get("knownAt") == f"checkpoint:{self.n}"),
            ("scope", (claims["scope"] == "whole") == self.whole),
            ("entries", claims.get("entries") == self.count),
            ("leftOut", claims.get("leftOut") == self.n - self.count),
            ("range", member(claims, "range", "first") == self.first and member(claims, "range", "last") == self.last),
            ("sealed", member(claims, "sealed", "disclosed") == counts["intact"]),
            ("sealed", member(claims, "sealed", "erased") == counts["erased"]),
            ("sealed", member(claims, "sealed", "withheld") == counts["withheld"]),
            ("withheld", told == self.reasons),
        ):
            if not right:
                raise NotVerified(f"what manifest.json says of {name} is not so")

    def check_record(self):
        paths = ("record/entry.json", "record/entry.tlog-proof", "record/consistency")
        if not any(self.archive.has(path) for path in paths):
            if not isinstance(self.claims.get("unrecorded"), str):
                raise NotVerified("nothing records this pack, and it does not say so")
            return
        if "unrecorded" in self.claims:
            raise NotVerified("what manifest.json says of unrecorded is not so")
        entry = self.archive.read(paths[0], ENTRY_LIMIT)
        proof = path_and_note(self.archive.read(paths[1], PROOF_LIMIT), "index")
        request = path_and_note(self.archive.read(paths[2], PROOF_LIMIT), "old")
        if not proof or not request:
            raise NotVerified(f"{paths[1] if not proof else paths[2]} cannot be read as what it should be")
        later = self.opened(paths[1], proof[2])
        if later.origin != self.checkpoint.origin or proof[0] < self.n:
            raise NotVerified("record/entry.json does not fit this pack: position")
        if not included(proof[0], later.size, leaf_hash(entry), proof[1], later.root):
            raise NotVerified("record/entry.json is not what was signed", proof[0])
        value, claims = json_object(entry) or {}, self.claims
        data = member(value, "data") or {}
        for name, right in (
            ("type", value.get("type") == "io.jvledger.export.generated.v1"),
            ("subject", value.get("subject") == f"export/{claims.get('receiver')}"),
            ("source", value.get("source") == f"urn:jvledger:{self.checkpoint.origin}"),
            ("manifest", data.get("manifest") == hashlib.sha256(self.manifest).hexdigest()),
            ("size", data.get("size") == self.n),
            ("scope", data.get("scope") == claims["scope"]),
            ("filter", data.get("filter") == claims.get("filter")),
            ("entries", data.get("entries") == self.count),
            ("disclosed", data.get("disclosed") == self.counts["intact"]),
        ):
            if not right:
                if name == "manifest":
                    raise NotVerified("manifest.json is not the one that the ledger recorded")
                raise NotVerified(f"record/entry.json does not fit this pack: {name}")
        if request[0] != self.n or request[2] != later.note or not consistent(
            self.n, later.size, self.root, later.root, request[1]
        ):
            raise NotVerified("record/entry.json does not fit this pack: consistency")
        self.record = proof[0]

    def check_files(self):
        def vouched(path):
            return path != "manifest.json" and not path.startswith(("tile/", "entries/", "record/"))

        listed = set()
        for item in self.claims.get("files") or []:
            path = member(item, "path")
            if not isinstance(path, str) or not vouched(path) or path in listed:
                raise NotVerified("what manifest.json says of files is not so")
            listed.add(path)
            if not self.archive.has(path):
                raise NotVerified(f"{printable(path)} is missing")
            digest = hashlib.sha256()
            for piece in self.archive.pieces(path):
                digest.update(piece)
            if (self.archive.files[path][1], digest.hexdigest()) != (item.get("bytes"), item.get("sha256")):
                raise NotVerified(f"{path} is not the file that the manifest lists")
        other = min((path for path in self.archive.files if vouched(path) and path not in listed), default=None)
        if other:
            raise NotVerified(f"{other} is not listed in the manifest")

    def check_previous(self):
        paths = ("previous/checkpoint", "previous/consistency")
        if "previous" not in self.claims:
            for path in paths:
                if self.archive.has(path):
                    raise NotVerified(f"{path} does not belong in this pack")
            return
        older = self.opened(paths[0], self.archive.read(paths[0], NOTE_LIMIT))
        request = path_and_note(self.archive.read(paths[1], PROOF_LIMIT), "old")
        if not request:
            raise NotVerified(f"{paths[1]} cannot be read as what it should be")
        if (
            older.origin != self.checkpoint.origin
            or member(self.claims, "previous", "size") != older.size
            or request[0] != older.size
            or request[2] != self.checkpoint.note
            or not consistent(older.size, self.n, older.root, self.root, request[1])
        ):
            raise NotVerified("it does not continue the pack that its receiver had before")
        self.previous = older.size

    # What was found.

    def summary(self):
        claims = self.claims
        found = {
            "verified": True, "complete": self.whole, "recorded": self.record is not None, "entry": self.record,
            "origin": self.checkpoint.origin, "size": self.n, "root": base64.b64encode(self.root).decode(),
            "scope": claims["scope"], "filter": claims.get("filter"), "receiver": claims.get("receiver"),
            "entries": self.count, "leftOut": self.n - self.count, "sealed": self.counts,
            "cosignedBy": [name for name, _ in self.checkpoint.cosignatures],
            "since": self.older, "previous": self.previous,
        }
        return {name: value for name, value in found.items() if value is not None}

    def lines(self):
        count, scope, text = self.count, self.claims["scope"], printable(self.claims.get("filter"))
        entries = "1 entry" if count == 1 else f"{count} entries"
        if self.whole:
            yield f"VERIFIED   {entries}, unaltered, none missing up to checkpoint {self.n}"
        elif scope == "range":
            yield f"VERIFIED   {entries}, unaltered, none missing of positions {text}"
            yield f"NOT SHOWN  what the other {self.n - count} of {self.n} entries say"
        else:
            yield f"VERIFIED   {entries} of {scope} {text}, unaltered"
            yield f"NOT SHOWN  that nothing else of {self.n} entries belongs to {scope} {text}: " \
                "that is the word of whoever wrote it"
        if any(self.counts.values()):
            yield f"VERIFIED   {counts_text(self.counts, self.reasons)}"
        for position, texts, basis in self.erasures:
            if texts:
                were = "1 text was" if texts == 1 else f"{texts} texts were"
                yield f"VERIFIED   entry {position} says by what right {were} erased: {printable(basis)}"
        if self.record is None:
            yield "NOT SHOWN  that nothing is withheld unsaid: no entry of the ledger records this pack"
        else:
            yield f"VERIFIED   entry {self.record} records this pack for {printable(self.claims.get('receiver'))}"
        if self.previous is not None:
            yield f"VERIFIED   continues the pack before, for the same receiver, of checkpoint {self.previous}"
        yield from seen(self.checkpoint, self.older)
        if any(path.startswith("tables/") or path == "history.html" for path in self.archive.files):
            yield "NOT SHOWN  that tables and page say the same: they are the writer's rendering"


def counts_text(counts, reasons):
    words = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
    why = ", ".join(f"{why} {reasons[why]}" for why in Pack.WHY if why in reasons)
    return f"sealed texts: {words}" + (f" ({why})" if why else "")


def is_pack(path):
    try:
        with open(path, "rb") as file:
            return file.read(512)[257:262] == b"ustar"
    except OSError:
        return False


def seen(checkpoint, older):
    """What cosignatures and an older checkpoint show, and what is not shown without them."""
    if older is not None:
        yield f"VERIFIED   nothing rewritten since checkpoint {older}"
    for name, seconds in checkpoint.cosignatures:
        try:
            moment = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
        except (ValueError, OverflowError, OSError):
            moment = f"{seconds} s after 1970"
        yield f"VERIFIED   cosigned by {name} at {moment}"
    if not checkpoint.cosignatures:
        yield "NOT SHOWN  no partner cosigned: the operator could have rewritten it earlier"
    if older is None:
        yield "NOT SHOWN  whether it continues what you saw before: give that checkpoint with --since"


def verify_pack(options):
    """Verifies a pack, says so, and returns the exit code."""
    pack = Pack(options)
    try:
        pack.verify()
    except NotVerified as error:
        error.counts = pack.counts if pack.counted else None
        raise
    if pack.record is None and not options.unrecorded:
        raise CannotTell(
            f"the pack is not recorded in the ledger ({printable(pack.claims['unrecorded'])}): "
            "nothing but the pack itself says what it left out; --unrecorded accepts that"
        )
    if options.json:
        print(json.dumps(pack.summary()))
    else:
        print("\n".join(pack.lines()))
    return 0


def main():
    parser = argparse.ArgumentParser(description="Verifies an audit pack or an export of a ledger, without jvledger.")
    parser.add_argument("file", help="an audit pack, or the entries of an export")
    parser.add_argument("--key", action="append", required=True, metavar="VKEY|FILE", help="a key, or a file with keys")
    parser.add_argument("--checkpoint", metavar="FILE", help="of an export, if it is not beside the file")
    parser.add_argument("--since", metavar="CHECKPOINT", help="an older checkpoint that this must continue")
    parser.add_argument("--unrecorded", action="store_true", help="accept a pack that says it is not recorded")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    try:
        if is_pack(options.file):
            if options.checkpoint:
                parser.error("a pack has its own checkpoint; --since compares it with an older one")
            return verify_pack(options)
        if options.unrecorded:
            parser.error("--unrecorded goes with an audit pack")
        checkpoint, older = verify(options)
    except NotVerified as error:
        if options.json:
            fault = {"verified": False, "complete": False, "position": error.position, "problem": str(error)}
            where = "" if error.position is None else f"entry {error.position}: "
            print(json.dumps({**fault, "fault": where + str(error), **({"sealed": error.counts} if error.counts else {})}))
        else:
            where = "" if error.position is None else f"entry {error.position}: "
            print(f"NOT VERIFIED  {where}{error}")
            if error.counts and error.counts["missing"] + error.counts["altered"]:
                print(f"SEALED     {counts_text(error.counts, {})}")
        return 1
    except CannotTell as error:
        print(f"Cannot tell: {error}", file=sys.stderr)
        return 3
    except OSError as error:
        print(f"Cannot tell: cannot read {options.file}: {error.strerror}", file=sys.stderr)
        return 3
    if options.json:
        signers = [name for name, _ in checkpoint.cosignatures]
        print(json.dumps({"verified": True, "size": checkpoint.size, "cosignedBy": signers}))
        return 0
    print(f"VERIFIED   {checkpoint.size} entries, unaltered, none missing up to checkpoint {checkpoint.size}")
    print("\n".join(seen(checkpoint, older.size if older else None)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
