// SPDX-License-Identifier: Apache-2.0

/// Every objective against its measures, as they stand.
public struct GetBoard: Inquiry {
    public static let family = InquiryFamily.evaluation
    public static let name = "GetBoard"
    public static let summary =
        "Every objective and its measures: last value against target, run-chart signals, and how old the data are."
    public static let command = "measure board"

    private let objective: Key?
    private let interface: Key?
    private let organisation: Key?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        objective = try fields.optionalKey("objective", of: .objective, "Only this objective.")
        interface = try fields.optionalKey("interface", of: .interface, "Only what concerns this interface.")
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only what this organisation or a unit of it set or reports."
        )
        all = try fields.flag("all", "Also objectives that were closed and measures that were retired.")
    }

    public typealias Row = BoardRow

    public static let columns: [Column<BoardRow>] =
        [
            .word("objective", "The key of the objective; absent for a measure without one.") {
                $0.objectiveKey?.text
            },
            .text("title", "The outcome for people who use services.") { $0.objective?.title },
            .word(
                "status",
                "open, overdue, met, partly, notMet or dropped, with possibly where dates leave it open."
            ) { $0.status },
            .word("owner", "The assignment that answers for it.") { $0.objective?.owner?.text },
            .word("due", "By when.") { $0.objective?.due?.short },
            .word("baseline", "Where things stood.") { $0.objective?.baseline?.description },
            .word("rating", "The last assessment: onTrack, atRisk or offTrack.") {
                $0.objective?.lastAssessment?.content.rating?.rawValue
            },
            .word("assessed", "When it was last assessed.") {
                $0.objective?.lastAssessment?.happening.occurrence.text
            },
        ] + BoardRow.measureColumns + [.entries { $0.entries }]

    public func answer(in world: World) -> Report<BoardRow> {
        let rows = BoardRow.all(in: world, includingEnded: all).filter { row in
            let concerns = organisation.map { asked in
                [row.objective?.set.content.organisation, row.standing?.definition.organisation]
                    .contains { $0.map { world.state.belongs($0, to: asked) } ?? false }
            }
            return (objective.map { $0 == row.objectiveKey } ?? true)
                && (interface.map { $0 == row.interface } ?? true) && (concerns ?? true)
        }
        let rated = rows.compactMap { $0.standing?.rating }
        let figures = MeasureRating.allCases.map { rating in
            Figure(rating.rawValue, rated.count { $0 == rating }, "measures whose last value is so")
        }
        let unrated = rows.count { $0.standing != nil && $0.standing?.rating == nil }
        return Report(
            rows,
            figures: figures + [
                Figure("not rated", unrated, "measures without a value, a target or a direction (rule 82)")
            ] + BoardRow.runChartFigures,
            note: BoardRow.runChartNote
        )
    }
}
