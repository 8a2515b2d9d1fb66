// SPDX-License-Identifier: Apache-2.0

/// The measures before and after a decision was adopted, without a claim that it was the cause.
public struct CompareAround: Inquiry {
    public static let family = InquiryFamily.evaluation
    public static let name = "CompareAround"
    public static let summary =
        "Each measure before and after a decision was adopted, by versions of its definition; no causal claim."
    public static let command = "measure compare"

    private let decision: Key
    private let measure: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        decision = try fields.key("decision", of: .decision, "The decision.")
        measure = try fields.optionalKey("measure", of: .measure, "Only this measure.")
    }

    /// One version of a measure before and after.
    public struct Row: Sendable {
        let key: Key
        let series: MeasureSeries
        let target: DecimalNumber?
        let before: [MeasureSeries.Point]
        let after: [MeasureSeries.Point]
        let between: Int

        var medianBefore: DecimalNumber? { .median(before.compactMap(\.value)) }
        var medianAfter: DecimalNumber? { .median(after.compactMap(\.value)) }
        var definition: MeasureDefinition { series.version.definition }
        var direction: String? {
            guard let medianBefore, let medianAfter else { return nil }
            return definition.better?.direction(from: medianBefore, to: medianAfter, target: target)
        }
        /// The signals among the values after, held against the median before.
        var signals: [String] {
            let chart = RunChart(after.compactMap(\.value), median: medianBefore)
            return MeasureSeries.texts(chart.signals, after.filter { $0.value != nil })
        }
    }

    public static let columns: [Column<Row>] = [
        .key("measure", "The key of the measure.") { $0.key },
        .text("title", "What it is called.") { $0.definition.title },
        .number("version", "The version of its definition; versions are never joined.") { $0.series.number },
        .number("before", "How many values have a period that was over at the adoption.") {
            $0.before.count { $0.value != nil }
        },
        .word("medianBefore", "Their median.") { $0.medianBefore?.description },
        .number("after", "How many values have a period that began at the adoption or later.") {
            $0.after.count { $0.value != nil }
        },
        .word("medianAfter", "Their median.") { $0.medianAfter?.description },
        .number("between", "How many values are left out, because the adoption was or may have been within.")
        {
            $0.between
        },
        .word("change", "The median after less that before.") { row in
            guard let before = row.medianBefore, let after = row.medianAfter else { return nil }
            return after.difference(from: before)?.description
        },
        .word(
            "direction",
            "Whether that is better, worse or the same, where it is known which way is better."
        ) {
            $0.direction
        },
        .words("signals", "Shifts of the values after from the median before, and trends among them.") {
            $0.signals
        },
        .entries {
            [$0.series.version.happening.position] + $0.series.points.map(\.observation.happening.position)
        },
    ]

    public func answer(in world: World) -> Report<Row> {
        let decided = world.state.decision(decision)?.asOf(world.instant)
        guard let adopted = decided?.history.last(where: { $0.status == .adopted }) else {
            return Report([], note: "\(decision) was not adopted by then, so there is no before and after.")
        }
        var rows: [Row] = []
        for (key, measure) in world.state.evaluation.measures.sorted(by: { $0.key < $1.key })
        where self.measure.map({ $0 == key }) ?? true {
            let objective = measure.versions.last?.definition.objective
                .flatMap { world.state.objective($0)?.asOf(world.instant) }
            for series in measure.series(at: world.instant) where !series.points.isEmpty {
                let before = series.points.filter { Self.isOver($0, adopted.when) }
                let after = series.points.filter { Self.isLater($0, adopted.when) }
                rows.append(
                    Row(
                        key: key,
                        series: series,
                        target: series.version.definition.target(under: objective),
                        before: before,
                        after: after,
                        between: series.points.count - before.count - after.count
                    )
                )
            }
        }
        return Report(
            rows,
            figures: [
                Figure(
                    "adopted",
                    adopted.words,
                    "when \(decision) was adopted"
                        + (adopted.when.isAtOrBefore(world.instant) == .yes
                            ? "" : ", possibly later than asked for"),
                    entries: [adopted.position]
                )
            ] + BoardRow.runChartFigures.prefix(2),
            note: """
                This shows what was measured before and after, and makes no causal claim: other things changed at the \
                same time. Signals are held against the median before.
                """
        )
    }

    private static func isOver(_ point: MeasureSeries.Point, _ adopted: Bounds) -> Bool {
        guard let end = point.observation.content.period.bounds.latest else { return false }
        return adopted.isAtOrAfter(end) == .yes
    }

    private static func isLater(_ point: MeasureSeries.Point, _ adopted: Bounds) -> Bool {
        guard let begin = point.observation.content.period.bounds.earliest else { return false }
        return adopted.isAtOrBefore(begin) == .yes
    }
}
