// SPDX-License-Identifier: Apache-2.0

/// The interests that people who take part in decisions declared.
public struct ListInterests: Inquiry {
    public static let family = InquiryFamily.roles
    public static let name = "ListInterests"
    public static let summary = "The register of interests: who declared which kind, in what, and since when."
    public static let command = "interest list"

    private let person: Key?
    private let organisation: Key?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        person = try fields.optionalKey("person", of: .person, "Only those of this person.")
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those in this organisation or a unit of it."
        )
        all = try fields.flag("all", "Also those that are no longer held.")
    }

    /// An interest, whether it was held, and the matters in which it conflicted.
    public struct Row: Sendable {
        let key: Key
        let interest: Interest
        let truth: Truth
        let decisions: [Key]
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the interest.") { $0.key },
        .person("person", "Whose interest it is.") { $0.interest.person },
        .word("type", "What kind of interest it is.") { $0.interest.type.rawValue },
        .text("nature", "What it consists in; absent when it was erased or is withheld.") {
            $0.interest.nature
        },
        .party("organisation", "The registered organisation in which it is.") { $0.interest.organisation },
        .word("from", "From when.") { $0.interest.validity.from?.short },
        .word("to", "From when it is no longer held.") { $0.interest.validity.to?.short },
        .word("held", "Whether it is held: yes, no or possibly.") { $0.truth.rawValue },
        .words("conflicts", "The decisions in which a conflict with it was recorded.") {
            $0.decisions.map(\.text)
        },
        .entries { [$0.interest.position] + ($0.interest.ending.map { [$0.position] } ?? []) },
    ]

    public func answer(in world: World) -> Report<Row> {
        let state = world.state
        let rows = state.governance.interests.sorted { $0.key < $1.key }.compactMap {
            key,
            interest -> Row? in
            guard person.map({ $0 == interest.person }) ?? true else { return nil }
            if let organisation {
                guard let mine = interest.organisation, state.belongs(mine, to: organisation) else {
                    return nil
                }
            }
            let begun = interest.validity.from?.bounds.isAtOrBefore(world.instant) ?? .yes
            let truth = interest.validity.holds(at: world.instant)
            guard begun != .no, all || truth != .no else { return nil }
            let decisions = state.governance.conflicts.filter { _, conflicts in
                conflicts.contains {
                    $0.content.interest == key && $0.happening.happened(at: world.instant) != .no
                }
            }
            return Row(key: key, interest: interest, truth: truth, decisions: decisions.map(\.key).sorted())
        }
        return Report(rows)
    }
}
