// SPDX-License-Identifier: Apache-2.0

/// A stream of entries, written `KIND/KEY`, such as `decision/D-0004`.
public struct Subject: Hashable, Codable, Sendable, CustomStringConvertible {
    /// What the stream is about.
    public let kind: SubjectKind
    /// Which one.
    public let key: Key

    /// Names the stream of one thing.
    public init(_ kind: SubjectKind, _ key: Key) {
        self.kind = kind
        self.key = key
    }

    /// Reads `KIND/KEY`; nil for an unknown kind or a malformed key.
    public init?(_ text: String) {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")),
            let kind = SubjectKind(rawValue: String(text[..<slash])),
            let key = Key(String(text[text.utf8.index(after: slash)...]))
        else { return nil }
        self.init(kind, key)
    }

    public var description: String { "\(kind.rawValue)/\(key.text)" }
}

extension Subject: Comparable {
    public static func < (left: Subject, right: Subject) -> Bool {
        left.kind == right.kind ? left.key < right.key : left.kind.rawValue < right.kind.rawValue
    }
}
