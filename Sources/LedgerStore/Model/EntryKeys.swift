// SPDX-License-Identifier: Apache-2.0

/// What a store finds an entry by: members of the entry's bytes, kept a second time in columns.
public struct EntryKeys: Hashable, Sendable {
    /// The client's id, unique in the ledger.
    public var id: String
    /// The stream, `KIND/KEY`.
    public var subject: String
    /// The event type.
    public var type: String
    /// The place in the stream, from 1.
    public var streamVersion: UInt64

    /// Names an entry.
    public init(id: String, subject: String, type: String, streamVersion: UInt64) {
        self.id = id
        self.subject = subject
        self.type = type
        self.streamVersion = streamVersion
    }

    /// Whether all parts are the same bytes, where `==` would accept canonically equivalent text.
    func isIdentical(to other: EntryKeys) -> Bool {
        id.utf8.elementsEqual(other.id.utf8) && subject.utf8.elementsEqual(other.subject.utf8)
            && type.utf8.elementsEqual(other.type.utf8) && streamVersion == other.streamVersion
    }
}
