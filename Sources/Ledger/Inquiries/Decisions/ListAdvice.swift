// SPDX-License-Identifier: Apache-2.0

/// Who advised whom on what, and what came of it.
public struct ListAdvice: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListAdvice"
    public static let summary =
        "Who advised whom on what, and in which decision that was followed: who had influence."
    public static let command = "advice list"

    private let organisation: Key?
    private let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only what this organisation or a unit of it sought, was asked for or gave."
        )
        decision = try fields.optionalKey(
            "decision",
            of: .decision,
            "Only what was or was not followed in this decision."
        )
    }

    /// Advice and what came of it.
    public struct Row: Sendable {
        let key: Key
        let request: Recorded<AdviceRequested>
        let answers: [Recorded<AdviceGiven>]
        let followings: [Recorded<AdviceFollowed>]

        var advisers: [Key] { Set(answers.map(\.content.organisation)).sorted() }

        /// Whether any part of it was followed somewhere.
        var wasFollowed: Bool { followings.contains { $0.content.extent != .not } }
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the advice.") { $0.key },
        .text("topic", "What it is about.") { $0.request.content.topic },
        .party("seeker", "The organisation that sought it.") { $0.request.content.seeker },
        .party("source", "The organisation that was asked.") { $0.request.content.source },
        .word("asked", "When it was sought.") { $0.request.happening.occurrence.text },
        .parties("advisers", "The organisations that gave it.") { $0.advisers },
        .words("given", "When each answer was given.") { $0.answers.map(\.happening.occurrence.text) },
        .texts("advice", "What was advised.") { $0.answers.compactMap(\.content.text) },
        .words("benefits", "What it gave to whom sought it.") {
            $0.answers.compactMap { $0.content.benefit?.rawValue }
        },
        .word("followed", "How far it was followed, as last said: fully, partly or not.") {
            $0.followings.last?.content.extent.rawValue
        },
        .words("decisions", "The decisions in which it was followed, wholly or in part.") { row in
            Set(row.followings.filter { $0.content.extent != .not }.compactMap(\.content.decision)).sorted()
                .map(\.text)
        },
        .entries {
            [$0.request.happening.position] + $0.answers.map(\.happening.position)
                + $0.followings.map(\.happening.position)
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        let (state, t) = (world.state, world.instant)
        let rows = state.activity.advice.sorted { $0.key < $1.key }
            .filter { $0.value.request.happening.happened(at: t) != .no }
            .map { key, advice in
                Row(
                    key: key,
                    request: advice.request,
                    answers: Self.happened(advice.answers, at: t),
                    followings: Self.happened(advice.followings, at: t)
                )
            }
            .filter { isAsked($0, state) }
        var influence: [Key: (given: Int, followed: Int)] = [:]
        for row in rows {
            for adviser in Set(row.advisers.map(state.root(of:))) {
                influence[adviser, default: (0, 0)].given += 1
                if row.wasFollowed { influence[adviser, default: (0, 0)].followed += 1 }
            }
        }
        let figures =
            [
                Figure("sought", rows.count), Figure("given", rows.count { !$0.answers.isEmpty }),
                Figure(
                    "followed",
                    rows.count(where: \.wasFollowed),
                    "wholly or in part, in some decision or elsewhere"
                ),
            ]
            + influence.sorted { $0.key < $1.key }.map { adviser, count in
                Figure("followed of \(adviser)", count.followed, "of \(count.given) on which it advised")
            }
        return Report(rows, figures: figures)
    }

    private static func happened<Content>(
        _ steps: [Recorded<Content>],
        at t: Timestamp
    ) -> [Recorded<Content>] {
        steps.filter { $0.happening.happened(at: t) != .no }
            .sorted { Happening.inOrder($0.happening, $1.happening) }
    }

    private func isAsked(_ row: Row, _ state: State) -> Bool {
        if let decision, !row.followings.contains(where: { $0.content.decision == decision }) { return false }
        guard let organisation else { return true }
        let parties = [row.request.content.seeker, row.request.content.source] + row.advisers
        return parties.contains { state.belongs($0, to: organisation) }
    }
}
