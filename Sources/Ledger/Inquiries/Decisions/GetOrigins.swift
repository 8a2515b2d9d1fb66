// SPDX-License-Identifier: Apache-2.0

/// Where proposals arise: an indicator of distributed leadership.
public struct GetOrigins: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "GetOrigins"
    public static let summary =
        "At which level proposals and decisions arose, and the share that came from below the senior level."
    public static let command = "decision origins"

    public init(_ fields: inout Fields) throws(FieldError) {}

    /// A level.
    public struct Row: Sendable {
        let origin: ProposalOrigin?
        let proposals: [(key: Key, decision: Decision)]
        let all: Int

        var decided: Int { proposals.count { $0.decision.adoption != nil } }
    }

    public static let columns: [Column<Row>] = [
        .word("origin", "The level; absent for those that do not state it.") { $0.origin?.rawValue },
        .number("proposals", "How many proposals arose there.") { $0.proposals.count },
        .word("share", "Of all proposals.") { Share.text($0.proposals.count, of: $0.all) },
        .number("decisions", "How many of them were adopted.") { $0.decided },
        .word("belowSenior", "yes, no, or absent where the level does not say.") {
            $0.origin?.isBelowSenior.map { $0 ? "yes" : "no" }
        },
        .words("keys", "Which.") { $0.proposals.map(\.key.text) },
        .entries { $0.proposals.compactMap { $0.decision.tabled?.position } },
    ]

    public func answer(in world: World) -> Report<Row> {
        let all = world.decisions
        let levels: [ProposalOrigin?] = ProposalOrigin.allCases + [nil]
        let rows = levels.map { origin in
            Row(origin: origin, proposals: all.filter { $0.decision.origin == origin }, all: all.count)
        }.filter { !$0.proposals.isEmpty }
        let stated = rows.filter { $0.origin?.isBelowSenior != nil }
        let below = stated.filter { $0.origin?.isBelowSenior == true }
        let meaning =
            "from middle management, the front line or service users, of those from any level of the organisations"
        return Report(
            rows,
            figures: [
                Figure(
                    "proposals from below the senior level",
                    Share.text(below.sum(\.proposals.count), of: stated.sum(\.proposals.count)),
                    meaning
                ),
                Figure(
                    "decisions from below the senior level",
                    Share.text(below.sum(\.decided), of: stated.sum(\.decided)),
                    meaning
                ),
                Figure("proposals without a stated origin", all.count { $0.decision.origin == nil }),
            ]
        )
    }
}

extension [GetOrigins.Row] {
    fileprivate func sum(_ number: (Element) -> Int) -> Int { reduce(0) { $0 + number($1) } }
}
