// SPDX-License-Identifier: Apache-2.0

/// What each partner says of each proposal that is open.
public struct GetConsentMatrix: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "GetConsentMatrix"
    public static let summary =
        "Every open proposal against every partner whose consent it needs: the answer, and what is missing."
    public static let command = "decision matrix"

    private let organisation: Key?
    private let missing: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only this partner's answers."
        )
        missing = try fields.flag("missing", "Only answers that do not count or are not there.")
    }

    /// A proposal and a partner.
    public struct Row: Sendable {
        let key: Key
        let title: Text
        let status: DecisionStatus
        let revision: Int
        let organisation: Key
        let position: PartnerPosition?
        let gap: ConsentGap?
        let tabled: UInt64?
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The proposal.") { $0.key },
        .text("title", "What is to be decided.") { $0.title },
        .word("status", "Where it stands: tabled, deferred, or urgent while it is not ratified.") {
            $0.status.rawValue
        },
        .number("revision", "The revision on the table.") { $0.revision },
        .party("organisation", "The partner.") { $0.organisation },
        .word("answer", "consents, refuses, or absent while it has not spoken.") {
            $0.position?.stance.rawValue
        },
        .word("mode", "given when the partner recorded it here, reported when someone else did.") {
            $0.position?.mode.rawValue
        },
        .word("when", "When it spoke.") { $0.position?.when.words },
        .word("gap", "Why it does not count; absent when it does.") { $0.gap?.text },
        .text("condition", "What must be met first.") { $0.position?.condition },
        .entries { ($0.tabled.map { [$0] } ?? []) + ($0.position.map { [$0.position] } ?? []) },
    ]

    public func answer(in world: World) -> Report<Row> {
        let state = world.state
        let open = world.decisions.filter(\.decision.takesPositions)
        let rows = open.flatMap { key, decision -> [Row] in
            let gaps = state.missingConsents(
                of: decision,
                at: world.instant,
                option: nil,
                acceptsReported: state.acceptsReported(for: decision, at: world.instant)
            )
            return state.requiredPartners(of: decision, at: world.instant).map { partner in
                Row(
                    key: key,
                    title: decision.title,
                    status: decision.status,
                    revision: decision.revision,
                    organisation: partner,
                    position: decision.standing(of: partner)
                        ?? decision.positions.last { $0.organisation == partner },
                    gap: gaps.first { $0.organisation == partner }?.gap,
                    tabled: decision.tabled?.position
                )
            }
        }
        let shown = rows.filter { row in
            (organisation.map { state.root(of: row.organisation) == state.root(of: $0) } ?? true)
                && (!missing || row.gap != nil)
        }
        return Report(
            shown,
            figures: [
                Figure("open proposals", open.count),
                Figure("consents that count", rows.count { $0.gap == nil }),
                Figure("consents that are missing", rows.count { $0.gap != nil }),
            ]
        )
    }
}

extension State {
    /// Whether an open matter may rest on reported consents, if it were adopted at an instant.
    func acceptsReported(for decision: Decision, at instant: Timestamp) -> Bool {
        let accepts = decision.body.flatMap { terms(of: $0, at: instant) }?.acceptsReportedConsents ?? false
        return accepts || charter.map { instant < $0.recorded } ?? true
    }
}
