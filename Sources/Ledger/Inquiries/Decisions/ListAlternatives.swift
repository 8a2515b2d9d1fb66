// SPDX-License-Identifier: Apache-2.0

/// The options that were not chosen, and why.
public struct ListAlternatives: Inquiry {
    public static let family = InquiryFamily.decisions
    public static let name = "ListAlternatives"
    public static let summary =
        "Every option that was considered and not chosen, across decisions, with the reasons against it."
    public static let command = "decision alternatives"

    private let kind: OptionKind?
    private let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        kind = try fields.optionalChoice("kind", OptionKind.self, "Only options of this kind.")
        decision = try fields.optionalKey("decision", of: .decision, "Only those of this decision.")
    }

    /// An option of a matter that was decided, or one that was taken off the table.
    public struct Row: Sendable {
        let key: Key
        let decision: Decision
        let option: Option
        let isChosen: Bool
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The decision.") { $0.key },
        .text("title", "What was decided.") { $0.decision.title },
        .number("option", "The number of the option.") { $0.option.number },
        .text("alternative", "What the option was.") { $0.option.title },
        .word("kind", "What sort of answer it was.") { $0.option.kind?.rawValue },
        .word("fate", "rejected, or withdrawn when it was taken off the table.") {
            $0.option.isWithdrawn ? "withdrawn" : "rejected"
        },
        .texts("against", "The reasons against it.") {
            $0.option.arguments.filter { $0.stance == .against }.map(\.text)
                + ($0.option.withdrawn?.content.reason.map { [$0] } ?? [])
        },
        .texts("inFavour", "The reasons for it.") {
            $0.option.arguments.filter { $0.stance == .for }.map(\.text)
        },
        .text("chosen", "The option that was chosen instead.") { row in
            row.decision.chosenOption.flatMap { row.decision.option($0) }?.title
        },
        .word("decided", "When the matter was decided.") { $0.decision.closed?.words },
        .entries {
            [$0.option.position] + $0.option.arguments.map(\.position)
                + ($0.decision.closed.map { [$0.position] } ?? [])
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        let considered = world.decisions.flatMap { key, decision -> [Row] in
            guard decision.isDecided else { return [] }
            return decision.options.map { option in
                Row(
                    key: key,
                    decision: decision,
                    option: option,
                    isChosen: option.number == decision.chosenOption
                )
            }
        }
        let open = world.decisions.flatMap { key, decision -> [Row] in
            guard !decision.isDecided else { return [] }
            return decision.options.filter(\.isWithdrawn).map {
                Row(key: key, decision: decision, option: $0, isChosen: false)
            }
        }
        let rows = (considered + open).filter { row in
            !row.isChosen && (kind.map { $0 == row.option.kind } ?? true)
                && (decision.map { $0 == row.key } ?? true)
        }
        return Report(
            rows.sorted { ($0.key, $0.option.number) < ($1.key, $1.option.number) },
            figures: OptionKind.allCases.flatMap { Self.figures($0, considered) }
        )
    }

    private static func figures(_ kind: OptionKind, _ considered: [Row]) -> [Figure] {
        let options = considered.filter { $0.option.kind == kind }
        guard kind == .contractOut || !options.isEmpty else { return [] }
        let rejected = options.filter { !$0.isChosen }
        return [
            Figure(
                "\(kind.words) rejected",
                "\(rejected.count) of \(options.count)",
                "options of this kind that were not chosen, of those considered in matters that were decided",
                entries: options.map(\.option.position)
            )
        ]
    }
}

extension OptionKind {
    /// The kind in words.
    var words: String {
        switch self {
        case .statusQuo: "status quo"
        case .jointVenture: "joint venture"
        case .contractOut: "contracting out"
        case .other: "other"
        }
    }
}

extension Decision {
    /// The option that was chosen, in adopting it or in urgency.
    public var chosenOption: Int? { adoption?.option ?? urgency?.taken.content.option }

    /// Whether it was decided: adopted, taken in urgency or turned down.
    var isDecided: Bool {
        history.contains { change in
            switch change.status {
            case .adopted, .rejected, .implementing, .implemented, .abandoned, .superseded, .rescinded,
                .urgent,
                .calledIn, .setAside:
                true
            case .tabled, .deferred, .withdrawn: false
            }
        }
    }
}
