// SPDX-License-Identifier: Apache-2.0

/// By what actions across boundaries are summed up.
public enum BoundarySummaryKey: String, CaseIterable, Sendable {
    /// Who acted.
    case officer
    /// The two organisations between which it led, whichever way.
    case pair
    /// The part that the actor played.
    case role
    /// What came of it.
    case outcome
    /// What was done.
    case kind
    /// The interface at which it was done.
    case interface
}

/// How much was done across boundaries, by whom, between whom, and to what effect.
public struct GetBoundarySummary: Inquiry {
    public static let family = InquiryFamily.boundary
    public static let name = "GetBoundarySummary"
    public static let summary =
        "Actions across boundaries by officer, pair of organisations, role or outcome, with effort and outcomes."
    public static let command = "boundary summary"

    private let key: BoundarySummaryKey
    private let window: DateWindow
    private let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        key =
            try fields.optionalChoice(
                "by",
                BoundarySummaryKey.self,
                "By what: officer if absent, pair, role, outcome, kind or interface."
            ) ?? .officer
        window = DateWindow(
            from: try fields.optionalDate("from", "Only what happened on or after the start of this date."),
            until: try fields.optionalDate("until", "Only what happened by the end of this date.")
        )
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only actions in which this organisation or a unit of it took part."
        )
    }

    /// The actions that have one thing in common.
    public struct Row: Sendable {
        let group: Group
        var actions = 0
        var possible = 0
        var minutes: Int64 = 0
        var withoutMinutes = 0
        var outcomes: [BoundaryResult: Int] = [:]
        var entries: [UInt64] = []

        /// Those whose outcome is not recorded.
        var open: Int { actions - outcomes.values.reduce(0, +) }
    }

    /// What actions have in common.
    struct Group: Hashable, Comparable {
        var person: Key?
        var organisations: [Key] = []
        var word: String?

        static func < (left: Group, right: Group) -> Bool {
            let parts = { (group: Group) -> [String] in
                [group.word ?? "", group.person?.text ?? ""] + group.organisations.map(\.text)
            }
            return parts(left).lexicographicallyPrecedes(parts(right))
        }
    }

    public static let columns: [Column<Row>] = [
        .word("what", "The role, outcome, kind or interface; absent by officer or pair, or if not stated.") {
            $0.group.word
        },
        .person("person", "By officer: who acted; absent where that is not recorded.") { $0.group.person },
        .parties("pair", "By pair: the two organisations.") { $0.group.organisations },
        .number("actions", "How many actions certainly happened within the window.") { $0.actions },
        .number("possible", "How many possibly did besides; nothing else counts them.") { $0.possible },
        .number("minutes", "The effort recorded for them, in minutes.") { Int($0.minutes) },
        .number("withoutMinutes", "How many have no effort recorded.") { $0.withoutMinutes },
        .number("landed", "How many landed, by the latest outcome.") { $0.outcomes[.landed] ?? 0 },
        .number("partly", "How many did partly.") { $0.outcomes[.partly] ?? 0 },
        .number("failed", "How many failed.") { $0.outcomes[.failed] ?? 0 },
        .number("open", "How many have no outcome recorded.") { $0.open },
        .entries { $0.entries.sorted() },
    ]

    public func answer(in world: World) -> Report<Row> {
        var rows: [Group: Row] = [:]
        for action in world.state.activity.actions.values {
            let content = action.action.content
            let happened = window.contains(action.action.happening, by: world.instant)
            let takesPart = organisation.map { asked in
                content.participants.contains { world.state.belongs($0, to: asked) }
            }
            guard happened != .no, takesPart ?? true else { continue }
            let outcome = action.outcome(at: world.instant)
            let group = group(of: content, outcome?.content.result, in: world.state)
            var row = rows[group] ?? Row(group: group)
            row.entries.append(action.action.happening.position)
            if happened == .yes {
                row.actions += 1
                row.minutes += content.effortMinutes ?? 0
                if content.effortMinutes == nil { row.withoutMinutes += 1 }
                if let outcome {
                    row.outcomes[outcome.content.result, default: 0] += 1
                    row.entries.append(outcome.happening.position)
                }
            } else {
                row.possible += 1
            }
            rows[group] = row
        }
        let sorted = rows.values.sorted { ($1.actions, $0.group) < ($0.actions, $1.group) }
        return Report(
            sorted,
            figures: [
                Figure("window", window.words),
                Figure("actions", sorted.reduce(0) { $0 + $1.actions }, "that certainly happened within it"),
                Figure("minutes", Int(sorted.reduce(0) { $0 + $1.minutes }), "recorded effort"),
            ]
        )
    }

    private func group(
        of action: BoundaryActionRecorded,
        _ outcome: BoundaryResult?,
        in state: State
    ) -> Group {
        switch key {
        case .officer: return Group(person: state.actor(of: action))
        case .pair:
            return Group(organisations: [action.from, action.to].map(state.root(of:)).sorted())
        case .role: return Group(word: action.role?.rawValue)
        case .outcome: return Group(word: outcome?.rawValue)
        case .kind: return Group(word: action.action.rawValue)
        case .interface: return Group(word: action.interface?.text)
        }
    }
}
