// SPDX-License-Identifier: Apache-2.0

/// The agreements between organisations, who signed them and which are in force.
public struct ListAgreements: Inquiry {
    public static let family = InquiryFamily.roles
    public static let name = "ListAgreements"
    public static let summary =
        "The agreements between organisations: who signed, what they lack, and whether their review is overdue."
    public static let command = "agreement list"

    private let organisation: Key?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those to which this organisation or a unit of it is a party."
        )
        all = try fields.flag("all", "Also those that have ended.")
    }

    /// An agreement as it stood, and the instant asked about.
    public struct Row: Sendable {
        let key: Key
        let agreement: Agreement
        let instant: Timestamp
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the agreement.") { $0.key },
        .text("title", "What it is called.") { $0.agreement.title },
        .word("form", "Its legal form.") { $0.agreement.form.rawValue },
        .parties("parties", "The organisations between which it is.") { $0.agreement.parties },
        .parties("unsigned", "The parties that have certainly not signed it.") {
            $0.agreement.unsigned(at: $0.instant)
        },
        .parties("reported", "The parties whose signature somebody else recorded.") {
            $0.agreement.signatures.filter { $0.mode == .reported }.map(\.organisation)
        },
        .word("inForce", "Whether it is in force: yes, no or possibly.") {
            $0.agreement.isInForce(at: $0.instant).rawValue
        },
        .word("from", "From when it is to hold.") { $0.agreement.validity.from?.short },
        .word("to", "From when it no longer holds.") { $0.agreement.validity.to?.short },
        .word("reviewOn", "When it is to be reviewed next.") { $0.agreement.reviewOn?.short },
        .word("overdue", "Whether that review is overdue: yes, no or possibly.") {
            $0.agreement.reviewIsOverdue(at: $0.instant).rawValue
        },
        .words("lacks", "The clauses that its form asks for and that it lacks.") {
            $0.agreement.missingClauses
        },
        .number("variations", "How often it was varied.") { $0.agreement.variations.count },
        .word("decision", "The decision that led to it.") {
            $0.agreement.recorded.content.decision?.text
        },
        .entries { $0.agreement.positions },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.state.governance.agreements.sorted { $0.key < $1.key }.compactMap {
            key,
            agreement -> Row? in
            let isAsked = organisation.map { asked in
                agreement.parties.contains { world.state.belongs($0, to: asked) }
            }
            guard isAsked ?? true, let then = agreement.asOf(world.instant) else { return nil }
            let hasEnded = then.validity.to?.bounds.isAtOrBefore(world.instant) == .yes
            return all || !hasEnded ? Row(key: key, agreement: then, instant: world.instant) : nil
        }
        return Report(rows)
    }
}
