// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Who recorded an entry.
public enum Recorder: Hashable, Sendable {
    /// A user of the host, as the kernel attests: `authtype` `user`, `authid` `uid:1001`.
    case user(uid: UInt32)
    /// The daemon itself: `authtype` `system`, `authid` `jvledgerd`.
    case system
}

/// One immutable entry of the ledger.
///
/// `EntryBytes.swift` has its byte form.
public struct Entry: Hashable, Sendable {
    /// Where it stands: 0 for the charter, then without a gap; also its index in the Merkle tree.
    public var position: UInt64
    /// The client's id, the idempotency key: 1 to 64 printable ASCII characters.
    public var id: String
    /// The ledger it belongs to: the charter's origin.
    public var origin: String
    /// What kind of event it is, such as `io.jvledger.decision.adopted.v1`.
    public var type: String
    /// The stream it is on.
    public var subject: Subject
    /// When the daemon recorded it.
    public var recorded: Timestamp
    /// Its number on its stream, from 1.
    public var streamVersion: Int
    /// Who recorded it.
    public var recorder: Recorder
    /// The organisation for which it was recorded.
    public var onBehalfOf: Key?
    /// Who may read its text.
    public var classification: Classification = .venture
    /// The rules that warned, ascending.
    public var warnings: [Int] = []
    /// The id of the entry that caused it.
    public var causation: String?
    /// An id shared by entries that belong together.
    public var correlation: String?
    /// The event's own fields, with `occurred`, `sources`, `sealed` and `_sd`.
    public var data: JSONObject
    /// When it happened, if that is not when it was recorded.
    public var occurred: Occurrence?
    /// Where its content comes from.
    public var sources: [SourceReference]
    /// The names of the fields that are kept in disclosures, ascending.
    public var sealed: [String]
    /// The position whose disclosures belong to `data`: its own, or that of the correction that replaced the content.
    public private(set) var contentPosition: UInt64

    /// Makes an entry and reads the members of `data` that every type shares.
    public init(
        position: UInt64,
        id: String,
        origin: String,
        type: String,
        subject: Subject,
        recorded: Timestamp,
        streamVersion: Int,
        recorder: Recorder,
        data: JSONObject
    ) throws(FieldError) {
        self.position = position
        contentPosition = position
        self.id = id
        self.origin = origin
        self.type = type
        self.subject = subject
        self.recorded = recorded
        self.streamVersion = streamVersion
        self.recorder = recorder
        self.data = data
        occurred = try Self.occurrence(in: data)
        sources = try Self.sources(in: data)
        sealed = try Self.sealed(in: data)
    }

    /// The instants within which it happened.
    public var when: Bounds { occurred?.date.bounds ?? EDTF.instant(recorded).bounds }

    /// The instant at which rules read facts: the earliest that the stated date allows.
    public var earliest: Timestamp { when.earliestOrPast }

    /// When it happened, in words.
    public var whenText: String { occurred?.text ?? EDTF.instant(recorded).short }

    /// When it happened; for an entry without a date, when it was recorded.
    public var date: EDTF { occurred?.date ?? EDTF.instant(recorded) }

    /// The same entry with the content that the correction at `position` gives it.
    public func corrected(to data: JSONObject, by position: UInt64) throws(FieldError) -> Entry {
        var copy = self
        copy.contentPosition = position
        copy.data = data
        copy.occurred = try Self.occurrence(in: data)
        copy.sources = try Self.sources(in: data)
        copy.sealed = try Self.sealed(in: data)
        return copy
    }
}
