// SPDX-License-Identifier: Apache-2.0

/// The positions that `jvctl log` is asked for: `FIRST`, `FIRST-LAST`, or `FIRST-` up to the end.
public struct LogRange: Hashable, Sendable {
    /// The first position.
    public let first: UInt64
    /// The last position; nil for the end of the ledger.
    public let last: UInt64?

    /// Reads a range.
    public init(_ text: String) throws(Complaint) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let head = parts.first, let first = Self.position(head) else { throw Self.wrong(text) }
        guard parts.count == 2 else {
            self.first = first
            last = first
            return
        }
        self.first = first
        guard !parts[1].isEmpty else {
            last = nil
            return
        }
        guard let last = Self.position(parts[1]) else { throw Self.wrong(text) }
        guard last >= first else { throw .usage("\(text) ends before it begins") }
        self.last = last
    }

    /// Whether it is one position.
    public var isSingle: Bool { first == last }

    private static func position(_ text: Substring) -> UInt64? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let position = UInt64(text),
            position <= UInt64(Int64.max)
        else { return nil }
        return position
    }

    private static func wrong(_ text: String) -> Complaint {
        .usage("\(text) is not FIRST or FIRST-LAST, such as 33-36")
    }
}
