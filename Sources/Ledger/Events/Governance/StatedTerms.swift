// SPDX-License-Identifier: Apache-2.0

/// The fields of terms of reference, which a body gets when it is constituted and whenever they are amended.
public struct StatedTerms: FieldGroup, Codable, Hashable {
    /// How the body decides.
    public let decisionRule: DecisionRule?
    /// All that must be met for it to be quorate.
    public let quorum: [QuorumPart]
    /// Whether decisions may rest on consents that somebody else reports.
    public let acceptsReportedConsents: Bool
    /// Whether chair and vice-chair come from different partners.
    public let chairsFromDifferentPartners: Bool
    /// How many days before a meeting its papers are circulated.
    public let papersDays: Int64?
    /// Whether who withdrew for a conflict does not count for the quorum of that matter.
    public let excludesConflicted: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        decisionRule = try fields.optionalChoice(
            "decisionRule",
            DecisionRule.self,
            "How the body decides."
        )
        quorum = try fields.list(
            "quorum",
            of: QuorumPart.self,
            "Who must be there for a joint decision: every part must be met, and each counts for itself."
        )
        acceptsReportedConsents = try fields.flag(
            "acceptsReportedConsents",
            "Whether decisions may rest on consents that somebody other than the partner records."
        )
        chairsFromDifferentPartners = try fields.flag(
            "chairsFromDifferentPartners",
            "Whether chair and vice-chair come from different partners."
        )
        papersDays = try fields.optionalInteger(
            "papersDays",
            in: 1...90,
            "How many days before a meeting its papers are circulated, at the latest."
        )
        excludesConflicted = try fields.flag(
            "excludesConflicted",
            "Whether who withdrew for a conflict of interest does not count for the quorum of that matter."
        )
    }

    /// The terms as one version of a body's.
    func terms(version: Int) -> Terms {
        Terms(
            version: version,
            decisionRule: decisionRule,
            quorum: quorum,
            acceptsReportedConsents: acceptsReportedConsents,
            chairsFromDifferentPartners: chairsFromDifferentPartners,
            papersDays: papersDays.map(Int.init),
            excludesConflicted: excludesConflicted
        )
    }

    /// Refuses a quorum that nobody could ever meet.
    func check(_ check: inout Check) throws(Refusal) {
        for part in quorum {
            try check.demand(
                part.seatClass != .advisor,
                .governance(.quorumOfAdvisors(part.organisation))
            )
        }
    }
}

extension QuorumPart: FieldGroup {
    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key(
            "organisation",
            of: .organisation,
            "The organisation that nominates the seats, itself or through a unit."
        )
        seatClass = try fields.optionalChoice(
            "seatClass",
            SeatClass.self,
            "The class of the seats; any if absent."
        )
        count = Int(
            try fields.integer(
                "count",
                in: 1...Int64(Fields.listLimit),
                "How many holders of voting seats."
            )
        )
    }
}
