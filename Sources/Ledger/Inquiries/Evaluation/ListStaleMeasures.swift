// SPDX-License-Identifier: Apache-2.0

/// The measures whose values are missing.
public struct ListStaleMeasures: Inquiry {
    public static let family = InquiryFamily.evaluation
    public static let name = "ListStaleMeasures"
    public static let summary = "The measures with no data, or with data older than their frequency allows."
    public static let command = "measure stale"

    private let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those that this organisation or a unit of it reports."
        )
    }

    /// A measure whose values are missing.
    public struct Row: Sendable {
        let standing: MeasureStanding
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the measure.") { $0.standing.key },
        .text("title", "What it is called.") { $0.standing.definition.title },
        .party("organisation", "The organisation that reports it.") { $0.standing.definition.organisation },
        .word("frequency", "How often it is taken.") { $0.standing.definition.frequency.rawValue },
        .word("lacks", "noData when there is no value of the version in force, else stale.") {
            $0.standing.last == nil ? "noData" : "stale"
        },
        .word("period", "The period of the last value.") {
            $0.standing.last?.observation.content.period.words
        },
        .number("age", "Whole days from the end of that period to the date asked for.") { $0.standing.age },
        .number("version", "The version of its definition that is in force.") { $0.standing.series.number },
        .word("since", "From when that version is in force.") {
            $0.standing.series.version.happening.occurrence.text
        },
        .entries { $0.standing.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let taken = MeasureStanding.all(in: world).filter { standing in
            standing.isTaken != .no
                && (organisation.map { world.state.belongs(standing.definition.organisation, to: $0) } ?? true)
        }
        let rows = taken.filter { $0.last == nil || $0.isStale }.map { Row(standing: $0) }
        return Report(
            rows,
            figures: [
                Figure("measures", taken.count, "defined and not retired at the date asked for"),
                Figure("no data", rows.count { $0.standing.last == nil }),
                Figure("stale", rows.count { $0.standing.last != nil }, "another whole period is over"),
            ]
        )
    }
}
