// SPDX-License-Identifier: Apache-2.0

/// The audit pack: one file that an auditor takes away, and that proves what it holds without the ledger.
///
/// It is a tar archive (POSIX ustar, IEEE Std 1003.1-1988) of regular files alone, no path twice, ended by two blocks of
/// zeros; any tar opens it. The log inside is a static log in the layout of C2SP tlog-tiles. `n` is the number of entries
/// that the ledger had when the pack was begun. In this order:
///
///     VERIFY.txt                    how to check it by hand
///     checkpoint                    the checkpoint over n entries, C2SP signed note, with its cosignatures
///     policy                        the witness policy in force, C2SP tlog-policy
///     tile/<L>/<N>[.p/<W>]          every hash tile of the tree of n leaves
///     tile/entries/<N>[.p/<W>]      every entry bundle; in a whole pack alone (each beside its hash tiles)
///     entries.jsonl                 the entries of the pack by rising position, exact bytes and LF, one to a line
///     entries/<P>.json              in a part of a ledger: the exact bytes of the entry at position P (decimal)
///     entries/<P>.tlog-proof        in a part of a ledger: its C2SP tlog-proof under exactly the bytes of `checkpoint`
///     disclosures.jsonl             what became of every sealed text of these entries, see below
///     previous/checkpoint           if the receiver had a pack before: the checkpoint over the m entries of that pack
///     previous/consistency          and the proof that it is the beginning of this one: a C2SP add-checkpoint request
///                                   (`old m`, hashes, blank line, the bytes of `checkpoint`)
///     tables/<NAME>.csv             tables, RFC 4180, for reading
///     history.html                  the decision history, for reading
///     manifest.json                 what the pack says of itself, see below
///     record/entry.json             the bytes of the entry `export.generated` that holds the manifest's digest
///     record/entry.tlog-proof       its C2SP tlog-proof, under a checkpoint over more than n entries
///     record/consistency            the proof that n is the beginning of that: a C2SP add-checkpoint request (`old n`)
///
/// What is below `tile/`, `entries/` and `record/` proves itself by the checkpoints. Every other file but
/// `manifest.json` is listed in the manifest with its length and digest, and there are no other files. The manifest is
/// proven by the entry in `record/`; without these three files the manifest says `unrecorded`, and nothing but the pack
/// itself says what it left out.
///
/// A line of `disclosures.jsonl` is a JSON object for each sealed text of each entry of the pack, by rising position, and
/// for one entry in the order of its names in `data.sealed`, then in `data.data.sealed` (of a correction):
///
///     {"position":P,"field":NAME,"state":"disclosed","disclosure":TEXT}   TEXT: SD-JWT disclosure (RFC 9901 §4.2); its
///                                                                      digest is at the same place in `_sd`
///     {"position":P,"field":NAME,"state":"erased","by":Q}              the entry at Q, which is in the pack, is an
///                                                                      erasure.executed that lists position, field and
///                                                                      the same digest (in hexadecimal)
///     {"position":P,"field":NAME,"state":"withheld","why":WHY}         WHY: a code of ``Withholding``
///
/// The manifest is one JSON object, indented for reading. Members without a value are absent:
///
///     format      "jvledger-pack/v1"
///     origin      the first line of the checkpoint
///     size        n
///     receiver    the key of the receiver: the entry in `record/` is on the stream export/RECEIVER
///     scope       whole, range, decision, partner or person
///     filter      what the scope names: FIRST-LAST, or a key; absent for the whole
///     range       {"first":…,"last":…}: the first and the last position of the entries that it has; absent with none
///     entries     how many it has
///     leftOut     n less that: how many the scope leaves out
///     made        when by the writer's clock, RFC 3339
///     knownAt     "checkpoint:n": the state of the record (transaction time) that everything in it is of
///     validAt     the date of the world (valid time) that tables and page are asked for
///     writtenBy   the roles in which the ledger was read
///     sealed      {"disclosed":…,"erased":…,"withheld":…}: how many lines of each state
///     withheld    {WHY:…}: how many for each reason; absent with none
///     leftOutFiles what of the pack is left out and why, in words; absent when nothing is
///     previous    {"size":m,"entry":Q}: the receiver's last pack and the entry that records it
///     unrecorded  why there is no `record/`, in words; absent otherwise
///     files       [{"path":…,"bytes":…,"sha256":…}]
///
/// The data of the entry in `record/` has the same `size`, `scope`, `filter` and `entries`, `disclosed` as in `sealed`, and
/// `manifest`, the SHA-256 of the bytes of `manifest.json` in lowercase hexadecimal.
///
/// A part of a ledger proves that its entries are unaltered. That nothing else belongs to its scope is the word of whoever
/// wrote it, except that a range has every position, and that the stream of a decision, an organisation or a person has
/// no gap.
public enum AuditPack {
    /// The value of `format`.
    public static let format = "jvledger-pack/v1"
    /// The most entries of a part of a ledger: each takes two files.
    public static let partLimit = 100_000

    /// The page that says how to check a pack by hand.
    public static func verifyByHand(origin: String) -> [UInt8] {
        let page = String(decoding: PackageResources.VerifyByHand_txt, as: UTF8.self)
        let pieces = page.split(separator: "ORIGIN", omittingEmptySubsequences: false)
        return Array(pieces.joined(separator: origin).utf8)
    }
}

/// Why a pack does not show a sealed text.
public enum Withholding: String, CaseIterable, Sendable {
    /// Whoever wrote the pack may not read it.
    case notReadable
    /// It is classified for others than the receiver.
    case notForReceiver
    /// The pack was asked for without it.
    case asked
}
