// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// The benefits that somebody claims.
public struct ListBenefits: Inquiry {
    public static let family = InquiryFamily.evaluation
    public static let name = "ListBenefits"
    public static let summary = "The benefits that somebody claims, and what each claim rests on."
    public static let command = "benefit list"

    public init(_ fields: inout Fields) throws(FieldError) {}

    /// A claim of a benefit.
    public struct Row: Sendable {
        let key: Key
        let claim: Recorded<BenefitClaimed>
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
            $0.claim.content.counterfactual
        },
        .word("claimed", "When it was claimed.") { $0.claim.happening.occurrence.text },
        .entries { [$0.claim.happening.position] },
    ]

    public func answer(in world: World) -> Report<Row> {
        Report(
            world.state.activity.benefits.sorted { $0.key < $1.key }
                .filter { $0.value.happening.happened(at: world.instant) != .no }
                .map { Row(key: $0.key, claim: $0.value) }
        )
    }
}
