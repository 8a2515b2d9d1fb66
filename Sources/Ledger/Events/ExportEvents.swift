// SPDX-License-Identifier: Apache-2.0

/// Which of a ledger's entries an audit pack has.
public enum PackScope: String, CaseIterable, Codable, Sendable {
    /// All of them.
    case whole
    /// Those from one position to another.
    case range
    /// Those that concern one decision.
    case decision
    /// Those that concern one organisation.
    case partner
    /// Those that concern one person.
    case person
}

/// Somebody took entries away in an audit pack.
///
/// The stream is the receiver's: its last entry is the pack that this receiver had last.
public struct ExportGenerated: Event, Codable, Hashable {
    public static let name = "export.generated"
    public static let kind = SubjectKind.export
    public static let place = StreamPlace.anywhere
    public static let summary = "An audit pack was written for a receiver."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "export --pack"
    public static let channel = Channel.export

    /// The number of entries of the ledger that it is about.
    public let size: UInt64
    /// Which of them it has.
    public let scope: PackScope
    /// What the scope names: positions, or a key; absent for the whole.
    public let filter: Text?
    /// How many entries it has.
    public let entries: UInt64
    /// How many sealed texts it shows.
    public let disclosed: UInt64
    /// The digest of its manifest, SHA-256.
    public let manifest: String

    public init(_ fields: inout Fields) throws(FieldError) {
        size = UInt64(try fields.integer("size", "The number of entries of the ledger that it is about."))
        scope = try fields.choice("scope", PackScope.self, "Which of them it has.")
        filter = try fields.optionalText("filter", "What the scope names: positions, or a key.")
        entries = UInt64(try fields.integer("entries", "How many entries it has."))
        disclosed = UInt64(try fields.integer("disclosed", "How many sealed texts it shows."))
        manifest = try fields.digest("manifest", "SHA-256 of its manifest.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demand(size <= check.entry.position, .records(.notYetRecorded(size)))
        // Whoever erases is told of every pack that may still show the text, which is so only of packs recorded before.
        if disclosed > 0, let erasure = check.state.records.lastErasure, erasure >= size {
            throw .records(.erasedMeanwhile(erasure))
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.records.packs.append(
            Pack(
                receiver: entry.subject.key,
                position: entry.position,
                size: size,
                disclosed: disclosed
            )
        )
    }
}
