// SPDX-License-Identifier: Apache-2.0

/// The account of one decision: who could have stopped it, who did, what they knew, and what became of it.
public struct GetAccount: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "GetAccount"
    public static let summary =
        "Who could have vetoed a decision, who did, what was known, what was rejected and why, and what came of it."
    public static let command = "decision account"

    private let key: Key

    public init(_ fields: inout Fields) throws(FieldError) {
        key = try fields.key("key", of: .decision, "The decision.")
    }

    /// What a statement is about, in the order in which they are told.
    enum Aspect: String, CaseIterable {
        case couldVeto
        case couldCallIn
        case vetoed
        case consented
        case said
        case knew
        case chosen
        case rejected
        case became
        case ledTo
        case replaced
        case adoptedSince
    }

    /// One statement of the account.
    public struct Row: Sendable {
        let aspect: Aspect
        var what: String
        var text: Text?
        var who: Key?
        var by: Key?
        var when: String?
        var known: Truth?
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .word(
            "aspect",
            """
            couldVeto, couldCallIn, vetoed, consented, said, knew, chosen, rejected, became, ledTo, replaced or \
            adoptedSince.
            """
        ) { $0.aspect.rawValue },
        .word("what", "What is stated, in words of the ledger, or a thing as KIND/KEY.") { $0.what },
        .text("text", "What people wrote: a reason, a title, a condition.") { $0.text },
        .party("who", "The organisation.") { $0.who },
        .word("by", "The assignment that gave the authority.") { $0.by?.text },
        .word("when", "When.") { $0.when },
        .word(
            "known",
            "Of what was known: yes, no or possibly known when it was decided; absent for everything else."
        ) { $0.known?.rawValue },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        guard let recorded = world.state.decision(key), recorded.status(at: world.instant) != nil else {
            return Report([], note: "\(key) had not been tabled by then")
        }
        let account = DecisionAccount(key, recorded.asOf(world.instant), in: world)
        let rows = account.rows
        let vetoes = rows.count { $0.aspect == .vetoed }
        return Report(
            rows,
            figures: [
                Figure("could have vetoed it", rows.count { $0.aspect == .couldVeto }),
                Figure("did", vetoes, "refusals, withdrawn consents, call-ins and refused ratifications"),
                Figure("options rejected", account.rejectedOptions.count),
                Figure(
                    "organisations that adopted what came of it",
                    rows.count { $0.aspect == .adoptedSince }
                ),
            ]
        )
    }
}
