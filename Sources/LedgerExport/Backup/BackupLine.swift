// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import TransparencyLog

/// A line of a backup.
///
/// A backup of a ledger is a directory of files, `000001.backup` and so on, each of which continues the one before: what
/// was committed since. Together they hold all that the ledger keeps but its signing key and its access policy's file, in
/// a form that no version of the database and no page layout is needed to read. A file is lines that end with LF; the
/// first letter says what a line is, one space follows it:
///
///     E <entry>                       the canonical bytes of an entry, in the order of positions
///     D <field> <person> <text>       a disclosure of the entry before: the member of data, P-NNNN or -, base64url
///     C <base64>                      the signed checkpoint of the commit that the entries before it make up
///     W <size> <base64>               a signature line of a witness, without LF, on the checkpoint of a size
///     Z <from> <to> <number>          the last line: sizes of the ledger before and after, the number up to which
///                                     witnesses' lines were taken
///
/// Every commit ends with its C, so that restoring appends what was appended, and every file with its Z, without which
/// it is not whole. `sed -n 's/^E //p' *.backup` are the entries of an export.
public enum BackupLine: Hashable, Sendable {
    /// An entry.
    case entry([UInt8])
    /// A disclosure of the entry before.
    case disclosure(field: String, person: String?, text: String)
    /// The checkpoint of a commit, as a signed note.
    case checkpoint([UInt8])
    /// A signature line on the checkpoint of a size.
    case cosignature(size: UInt64, line: [UInt8])
    /// The end of a file.
    case end(from: UInt64, to: UInt64, cosigning: UInt64)

    /// The longest line: a disclosure of the longest text, or a checkpoint with many signatures.
    public static let maximumBytes = Disclosure.maximumTextBytes + 1024 * 1024

    /// The line without its LF.
    public var bytes: [UInt8] {
        switch self {
        case .entry(let entry): Array("E ".utf8) + entry
        case .disclosure(let field, let person, let text): Array("D \(field) \(person ?? "-") \(text)".utf8)
        case .checkpoint(let note): Array("C \(Base64.standard.encode(note))".utf8)
        case .cosignature(let size, let line): Array("W \(size) \(Base64.standard.encode(line))".utf8)
        case .end(let from, let to, let cosigning): Array("Z \(from) \(to) \(cosigning)".utf8)
        }
    }

    /// Reads a line without its LF; nil if it is none of a backup.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count > 2, bytes[1] == UInt8(ascii: " ") else { return nil }
        let rest = bytes[2...]
        func words(_ count: Int) -> [String]? {
            let words = rest.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            guard words.count == count, !words.contains(where: \.isEmpty) else { return nil }
            return words.map { String(decoding: $0, as: UTF8.self) }
        }
        switch bytes[0] {
        case UInt8(ascii: "E"): self = .entry(Array(rest))
        case UInt8(ascii: "D"):
            guard let words = words(3) else { return nil }
            self = .disclosure(field: words[0], person: words[1] == "-" ? nil : words[1], text: words[2])
        case UInt8(ascii: "C"):
            guard let note = Base64.standard.decode(rest) else { return nil }
            self = .checkpoint(note)
        case UInt8(ascii: "W"):
            guard let words = words(2), let size = UInt64(words[0]),
                let line = Base64.standard.decode(words[1])
            else { return nil }
            self = .cosignature(size: size, line: line)
        case UInt8(ascii: "Z"):
            guard let numbers = words(3)?.compactMap({ UInt64($0) }), numbers.count == 3 else { return nil }
            self = .end(from: numbers[0], to: numbers[1], cosigning: numbers[2])
        case _: return nil
        }
    }
}
