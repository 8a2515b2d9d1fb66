// SPDX-License-Identifier: Apache-2.0

/// One measure over time, by versions of its definition.
public struct GetSeries: Inquiry {
    public static let family = InquiryFamily.evaluation
    public static let name = "GetSeries"
    public static let summary =
        "Every observation of a measure, by versions of its definition, against the median, with signals."
    public static let command = "measure series"

    private let measure: Key
    private let version: Int64?

    public init(_ fields: inout Fields) throws(FieldError) {
        measure = try fields.key("measure", of: .measure, "The measure.")
        version = try fields.optionalInteger("version", in: 1...1_000_000, "Only this version.")
    }

    /// One observation in its series.
    public struct Row: Sendable {
        let series: MeasureSeries
        let point: MeasureSeries.Point
        let signals: [String]

        var content: ObservationRecorded { point.observation.content }
        var side: String? {
            guard let value = point.value, let median = series.chart.median else { return nil }
            return value > median ? "above" : value < median ? "below" : "on"
        }
    }

    public static let columns: [Column<Row>] = [
        .number("version", "The version of the definition.") { $0.series.number },
        .word("period", "The period, in words.") { $0.content.period.words },
        .word("date", "The period as recorded.") { $0.content.period.text },
        .word("value", "The value, a decimal number; absent for a ratio of nothing.") {
            $0.point.value?.description
        },
        .number("numerator", "What was counted.") { $0.content.numerator.map(Int.init) },
        .number("denominator", "What it was counted out of.") { $0.content.denominator.map(Int.init) },
        .number("n", "How many cases the value rests on.") { $0.content.cases.map(Int.init) },
        .word("quality", "How good it is: good, estimated or provisional.") { $0.content.quality?.rawValue },
        .word("side", "Whether it is above, below or on the median.") { $0.side },
        .words("signals", "The signals of which it is part.") { $0.signals },
        .text("note", "More about it.") { $0.content.note },
        .entries { [$0.series.version.happening.position, $0.point.observation.happening.position] },
    ]

    public func answer(in world: World) -> Report<Row> {
        let all = world.state.measure(measure)?.series(at: world.instant) ?? []
        let shown = all.filter { series in version.map { $0 == Int64(series.number) } ?? true }
        return Report(
            shown.flatMap(Self.rows),
            figures: shown.flatMap(Self.figures) + BoardRow.runChartFigures,
            note: BoardRow.runChartNote
        )
    }

    private static func rows(_ series: MeasureSeries) -> [Row] {
        var index = -1
        return series.points.map { point in
            var names: [String] = []
            if point.value != nil {
                index += 1
                names = series.chart.signals.filter { ($0.first...$0.last).contains(index) }.map(\.name)
            }
            return Row(series: series, point: point, signals: names)
        }
    }

    private static func figures(_ series: MeasureSeries) -> [Figure] {
        let name = "version \(series.number)"
        let definition = [series.version.happening.position]
        return [
            Figure(
                "\(name): observations",
                series.points.count,
                "from \(series.version.happening.occurrence.text)",
                entries: definition
            ),
            Figure(
                "\(name): median",
                series.chart.median?.description,
                "of the first \(min(series.chart.points.count, RunChart.baselineLength)) values",
                entries: definition
            ),
        ]
            + series.signalTexts.map { Figure("\(name): signal", $0, entries: definition) }
    }
}
