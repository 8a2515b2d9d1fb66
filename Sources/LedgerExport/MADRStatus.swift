// SPDX-License-Identifier: Apache-2.0

/// The status of a decision record, in the words that MADR and log4brains have.
public enum MADRStatus: String, CaseIterable, Sendable {
    case draft
    case proposed
    case rejected
    case accepted
    case deprecated
    case superseded

    /// What a status of `io.jvledger.Decisions` comes to; nil for a word that is none of its.
    ///
    /// A status that dates leave uncertain has not certainly been reached, and comes to the one before it. A decision
    /// that is called in is suspended, and not accepted until that is resolved.
    public init?(_ word: String, isCertain: Bool) {
        switch word {
        case "tabled", "deferred": self = isCertain ? .proposed : .draft
        case "calledIn": self = .proposed
        case "adopted", "implementing", "implemented", "urgent": self = isCertain ? .accepted : .proposed
        case "rejected", "withdrawn", "lapsed", "setAside": self = isCertain ? .rejected : .proposed
        case "rescinded", "abandoned": self = isCertain ? .deprecated : .accepted
        case "superseded": self = isCertain ? .superseded : .accepted
        default: return nil
        }
    }
}
