// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// What a verifier found of a pack.
public enum PackVerdict: Sendable {
    /// All that it says is so.
    case verified(PackConfirmation)
    /// Something is wrong: the first such thing, and what became of the sealed texts if they were looked at.
    case notVerified(PackFault, sealed: PackSealedCounts?)
}

/// How many sealed texts of a pack's entries there are of each kind.
public struct PackSealedCounts: Hashable, Sendable {
    /// Shown, with the digest that the entry has.
    public let intact: UInt64
    /// Erased, as an entry in the pack says.
    public let erased: UInt64
    /// Not shown to the receiver.
    public let withheld: UInt64
    /// Not spoken of.
    public let missing: UInt64
    /// Not what the entry has, or not erased as is said.
    public let altered: UInt64
    /// How many are withheld for each reason.
    public let reasons: [Withholding: UInt64]

    init(_ counts: PackSealed.Counts) {
        intact = counts.intact
        erased = counts.erased
        withheld = counts.withheld
        missing = counts.missing
        altered = counts.altered
        reasons = counts.reasons
    }
}

/// What was shown of a pack, and by what.
public struct PackConfirmation: Sendable {
    /// The checkpoint.
    public let checkpoint: Checkpoint
    /// Those who cosigned it, of those whose keys were given.
    public let cosignatures: [Cosignature]
    /// The size of the older checkpoint of which it is a continuation, if one was given.
    public let olderSize: UInt64?
    /// The kind of part, as the manifest names it.
    public let scope: String
    /// What that names; nil for the whole.
    public let filter: String?
    /// For whom the pack was written.
    public let receiver: String
    /// How many entries it has.
    public let entries: UInt64
    /// The sealed texts of these.
    public let sealed: PackSealedCounts
    /// The erasures among the entries: where, how many texts, and by what right.
    public let erasures: [(position: UInt64, texts: Int, basis: String)]
    /// The entry that records the pack; nil when the pack says that none does.
    public let record: UInt64?
    /// Why none does.
    public let unrecorded: String?
    /// The size of the pack that the receiver had before.
    public let previous: UInt64?
    /// Whether there are tables or a page.
    public let hasRenderings: Bool

    /// Whether it has every entry up to its checkpoint.
    ///
    /// A part never is complete, whatever it says of itself.
    public var isComplete: Bool { scope == "whole" && entries == checkpoint.size }
}
