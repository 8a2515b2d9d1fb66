// SPDX-License-Identifier: Apache-2.0

/// What is set out, measured and found for each service interface.
public struct GetScorecard: Inquiry {
    public static let family = InquiryFamily.evaluation
    public static let name = "GetScorecard"
    public static let summary =
        "For each service interface: its objectives, their measures with last values, and what assessments found."
    public static let command = "measure scorecard"

    private let interface: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        interface = try fields.optionalKey("interface", of: .interface, "Only this interface.")
    }

    /// A measure or objective of an interface, with the last assessment that concerns it.
    public struct Row: Sendable {
        let interface: Key
        let board: BoardRow
        let assessment: Recorded<ObjectiveAssessed>?
    }

    public static let columns: [Column<Row>] =
        [
            .key("interface", "The key of the interface.") { $0.interface },
            .word("objective", "The key of the objective; absent for a measure without one.") {
                $0.board.objectiveKey?.text
            },
            .text("title", "The outcome for people who use services.") { $0.board.objective?.title },
            .word("status", "open, overdue, met, partly, notMet or dropped.") { $0.board.status },
            .word("rating", "The last assessment on this interface: onTrack, atRisk or offTrack.") {
                $0.assessment?.content.rating?.rawValue
            },
            .text("narrative", "What it found.") { $0.assessment?.content.narrative },
            .word("assessed", "When that was.") { $0.assessment?.happening.occurrence.text },
        ]
        + BoardRow.measureColumns.map { column in
            Column(name: column.name, kind: column.kind, documentation: column.documentation) {
                column.cell($0.board)
            }
        } + [.entries { $0.board.entries }]

    public func answer(in world: World) -> Report<Row> {
        let rows = BoardRow.all(in: world, includingEnded: true).flatMap { board -> [Row] in
            let assessments = board.objective?.assessments ?? []
            // An objective without an interface of its own is on the cards of those on which it was assessed.
            let interfaces = Set(
                (board.interface.map { [$0] } ?? []) + assessments.compactMap(\.content.interface)
            )
            return interfaces.sorted().map { key in
                let own = assessments.filter { ($0.content.interface ?? board.objective?.interface) == key }
                return Row(
                    interface: key,
                    board: board,
                    assessment: own.max { Happening.inOrder($0.happening, $1.happening) }
                )
            }
        }
        let shown = rows.filter { row in interface.map { $0 == row.interface } ?? true }
        let sorted = shown.enumerated().sorted {
            ($0.element.interface, $0.offset) < ($1.element.interface, $1.offset)
        }
        return Report(
            sorted.map(\.element),
            figures: [Figure("interfaces", Set(shown.map(\.interface)).count)] + BoardRow.runChartFigures,
            note: BoardRow.runChartNote
        )
    }
}
