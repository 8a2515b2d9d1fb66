// SPDX-License-Identifier: Apache-2.0

/// Dissent, objections, and conditions that are not met.
public struct ListDissents: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListDissents"
    public static let summary =
        "Who dissents or objects, and which consents hang on a condition that is not met."
    public static let command = "decision dissents"

    private let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey("organisation", of: .organisation, "Only this organisation's.")
    }

    /// One statement.
    public struct Row: Sendable {
        let key: Key
        let decision: Decision
        let kind: String
        let organisation: Key
        let statement: Text?
        let when: String
        let position: UInt64
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The decision.") { $0.key },
        .text("title", "What is or was to be decided.") { $0.decision.title },
        .word("status", "Where it stands.") { $0.decision.status.rawValue },
        .word(
            "kind",
            "dissent as recorded; objection in a stated position; condition of a consent that is not met."
        ) { $0.kind },
        .party("organisation", "Who says so.") { $0.organisation },
        .text("statement", "What it says, or what must be met first.") { $0.statement },
        .word("when", "When it was said.") { $0.when },
        .entries { [$0.position] },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.decisions.flatMap { Self.rows($0, $1) }.filter { row in
            organisation.map { world.state.root(of: row.organisation) == world.state.root(of: $0) } ?? true
        }
        return Report(
            rows,
            figures: ["dissent", "objection", "condition"].map { kind in
                Figure("\(kind)s", rows.count { $0.kind == kind })
            }
        )
    }

    private static func rows(_ key: Key, _ decision: Decision) -> [Row] {
        func row(_ kind: String, _ organisation: Key, _ text: Text?, _ when: String, _ position: UInt64)
            -> Row
        {
            Row(
                key: key,
                decision: decision,
                kind: kind,
                organisation: organisation,
                statement: text,
                when: when,
                position: position
            )
        }
        let dissents = decision.dissents.map { dissent in
            row(
                "dissent",
                dissent.organisation,
                dissent.statement,
                dissent.happening.occurrence.text,
                dissent.position
            )
        }
        let objections = decision.stated.filter { stated in
            let last = decision.stated.last { $0.content.org == stated.content.org }
            return stated == last && stated.content.stance == .object
        }
        let speakers = decision.positions.map(\.organisation)
        let conditions = Set(speakers).sorted().compactMap { decision.standing(of: $0) }
            .filter { $0.stance == .consents && $0.condition != nil && !$0.conditionIsMet }
        return dissents
            + objections.map { said in
                row(
                    "objection",
                    said.content.org,
                    said.content.reason ?? said.content.condition,
                    said.happening.occurrence.text,
                    said.happening.position
                )
            }
            + conditions.map { position in
                row(
                    "condition",
                    position.organisation,
                    position.condition,
                    position.when.words,
                    position.position
                )
            }
    }
}
