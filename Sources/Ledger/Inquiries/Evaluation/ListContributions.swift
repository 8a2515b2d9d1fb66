// SPDX-License-Identifier: Apache-2.0

/// What organisations committed themselves to pay, and what they paid.
public struct ListContributions: Inquiry {
    public static let family = InquiryFamily.evaluation
    public static let name = "ListContributions"
    public static let summary =
        "For each organisation: what it committed itself to pay, what it paid, and what is outstanding."
    public static let command = "contribution list"

    private let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only this organisation and units of it."
        )
    }

    /// An organisation with its contributions.
    public struct Row: Sendable {
        let organisation: Key
        var keys: [Key] = []
        var committed: [Money] = []
        var paid: [Money] = []
        var isCertain = true
        var entries: [UInt64] = []

        /// What is committed and not paid, below zero when more was paid.
        var outstanding: Money? {
            Money.total(committed + paid.map { Money(minor: -$0.minor, currency: $0.currency) })
        }
    }

    public static let columns: [Column<Row>] = [
        .party("organisation", "The organisation or unit.") { $0.organisation },
        .money("committed", "What it committed itself to pay.") { Money.total($0.committed) },
        .money("paid", "What it paid; absent when nothing was.") { Money.total($0.paid) },
        .money("outstanding", "What is committed and not paid; below zero when more was paid.") {
            $0.outstanding
        },
        .flag("possibly", "Whether dates leave open that all of it had happened by then.") { !$0.isCertain },
        .words("contributions", "The keys of its contributions.") { $0.keys.map(\.text) },
        .entries { $0.entries.sorted() },
    ]

    public func answer(in world: World) -> Report<Row> {
        var rows: [Key: Row] = [:]
        for (key, contribution) in world.state.evaluation.contributions.sorted(by: { $0.key < $1.key }) {
            let commitment = contribution.committed
            let payer = commitment.content.organisation
            let made = commitment.happening.happened(at: world.instant)
            guard made != .no, organisation.map({ world.state.belongs(payer, to: $0) }) ?? true else {
                continue
            }
            var row = rows[payer] ?? Row(organisation: payer)
            row.keys.append(key)
            row.committed.append(commitment.content.amount)
            row.entries.append(commitment.happening.position)
            row.isCertain = row.isCertain && made == .yes
            for payment in contribution.payments {
                let paid = payment.happening.happened(at: world.instant)
                guard paid != .no else { continue }
                row.paid.append(payment.content.amount)
                row.entries.append(payment.happening.position)
                row.isCertain = row.isCertain && paid == .yes
            }
            rows[payer] = row
        }
        let sorted = rows.values.sorted { $0.organisation < $1.organisation }
        let outstanding = sorted.compactMap(\.outstanding)
        return Report(
            sorted,
            figures: [
                Figure("committed", Money.total(sorted.flatMap(\.committed))?.text, "sum of all"),
                Figure("paid", Money.total(sorted.flatMap(\.paid))?.text, "sum of all"),
                Figure("outstanding", Money.total(outstanding)?.text, "committed less paid"),
            ]
        )
    }
}
