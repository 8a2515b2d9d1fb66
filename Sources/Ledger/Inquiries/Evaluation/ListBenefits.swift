// SPDX-License-Identifier: Apache-2.0

/// The benefits that somebody claims, and what others found of them.
public struct ListBenefits: Inquiry {
    public static let family = InquiryFamily.evaluation
    public static let name = "ListBenefits"
    public static let summary =
        "The benefits that somebody claims, and whether others found them: verified, not realised or neither."
    public static let command = "benefit list"

    private let status: BenefitStatus?

    public init(_ fields: inout Fields) throws(FieldError) {
        status = try fields.optionalChoice("status", BenefitStatus.self, "Only those that stand so.")
    }

    /// A claim of a benefit and what was found last.
    public struct Row: Sendable {
        let key: Key
        let benefit: Benefit
        let finding: Benefit.Finding?
        /// Whether what was found last had certainly been found by then.
        let isCertain: Bool

        var claim: Recorded<BenefitClaimed> { benefit.claim }
        var status: BenefitStatus {
            switch finding {
            case nil: .claimed
            case .verified: .verified
            case .notRealised: .notRealised
            }
        }
        var verification: Recorded<BenefitVerified>? {
            switch finding {
            case .verified(let event): event
            case .notRealised, nil: nil
            }
        }
        var finder: Key? {
            switch finding {
            case .verified(let event): event.content.organisation
            case .notRealised(let event): event.content.organisation
            case nil: nil
            }
        }
        var note: Text? {
            switch finding {
            case .verified(let event): event.content.note
            case .notRealised(let event): event.content.reason
            case nil: nil
            }
        }
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the benefit.") { $0.key },
        .text("title", "What the benefit is.") { $0.claim.content.title },
        .word("kind", "What it consists in.") { $0.claim.content.benefit.rawValue },
        .party("claimant", "The organisation that claims it.") { $0.claim.content.claimant },
        .money("amount", "What it is said to be worth; absent where nobody says.") {
            $0.claim.content.amount
        },
        .text("counterfactual", "What would have been without working together.") {
            $0.verification?.content.counterfactual ?? $0.claim.content.counterfactual
        },
        .word("claimed", "When it was claimed.") { $0.claim.happening.occurrence.text },
        .word("status", "claimed while nobody else found anything, else verified or notRealised.") {
            $0.status.rawValue
        },
        .flag("possibly", "Whether dates leave open that it had come to that status by then.") {
            !$0.isCertain
        },
        .party("by", "The organisation that found it.") { $0.finder },
        .money("verified", "What it is worth as verified; absent where it is not, or nobody says.") {
            $0.verification?.content.amount
        },
        .word("confidence", "How far the verification can be relied on: low, medium or high.") {
            $0.verification?.content.confidence.rawValue
        },
        .word("found", "When that was found.") { $0.finding?.happening.occurrence.text },
        .text("note", "How it was verified, or why it did not come about.") { $0.note },
        .entries {
            [$0.claim.happening.position] + ($0.finding.map { [$0.happening.position] } ?? [])
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        let all = world.state.evaluation.benefits.sorted { $0.key < $1.key }
            .filter { $0.value.claim.happening.happened(at: world.instant) != .no }
            .map { key, benefit in
                let finding = benefit.finding(at: world.instant)
                let found = (finding?.happening ?? benefit.claim.happening).happened(at: world.instant)
                return Row(key: key, benefit: benefit, finding: finding, isCertain: found == .yes)
            }
        let unverified = all.filter { $0.status == .claimed }
        let claimed = all.compactMap { $0.claim.content.amount }
        let verified = all.compactMap { $0.verification?.content.amount }
        return Report(
            all.filter { row in status.map { $0 == row.status } ?? true },
            figures: [
                Figure("claimed", all.count),
                Figure("verified", all.count { $0.status == .verified }),
                Figure("not realised", all.count { $0.status == .notRealised }),
                Figure("unverified", unverified.count, "claimed, and nobody else found anything"),
                Figure("without an amount", all.count - claimed.count, "nobody says what they are worth"),
                Figure("worth as claimed", Money.total(claimed)?.text, "sum of the amounts claimed"),
                Figure("worth as verified", Money.total(verified)?.text, "sum of the amounts verified"),
            ]
        )
    }
}

/// How far a benefit has come.
public enum BenefitStatus: String, CaseIterable, Sendable {
    case claimed, verified, notRealised
}
