// SPDX-License-Identifier: Apache-2.0

/// What coordinating has cost, beside what it is compared with.
public struct GetCosts: Inquiry {
    public static let family = InquiryFamily.evaluation
    public static let name = "GetCosts"
    public static let summary =
        "What coordinating has cost, by year and category, against a baseline with its range; break-even."
    public static let command = "cost summary"

    private let baseline: Key?
    private let version: Int64?
    private let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        baseline = try fields.optionalKey(
            "baseline",
            of: .baseline,
            "The baseline to compare with; without it the one for contracting out that was made last, or any."
        )
        version = try fields.optionalInteger(
            "version",
            in: 1...1_000_000,
            "The version of the baseline; the latest at the date asked for without it."
        )
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only what this organisation or a unit of it spent; the baseline stays whole."
        )
    }

    /// A category in a year; or all that is coordination, when there is no category.
    public struct Row: Sendable {
        let year: Int
        let category: CostCategory?
        let spent: Money?
        let cumulative: Money?
        let low: Money?
        let central: Money?
        let high: Money?
        let count: Int
        let unpriced: Int
        let entries: [UInt64]
    }

    public static let columns: [Column<Row>] = [
        .word("year", "The year, by the earliest instant that a cost's period or date allows.") {
            String($0.year)
        },
        .word("category", "What it went into; coordination for all but the services themselves.") {
            $0.category?.rawValue ?? "coordination"
        },
        .money("spent", "What was spent in the year; absent when nothing with a price was.") { $0.spent },
        .money("cumulative", "What was spent up to the end of the year.") { $0.cumulative },
        .money("low", "The least that the baseline would have cost by then.") { $0.low },
        .money("central", "What the baseline would most likely have cost by then.") { $0.central },
        .money("high", "The most that the baseline would have cost by then.") { $0.high },
        .number("records", "How many costs are recorded for the year.") { $0.count },
        .number("unpriced", "How many of them have no price.") { $0.unpriced },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let chosen = chosenBaseline(in: world)
        let comparison = CostComparison(
            records: records(in: world),
            baseline: chosen?.version.estimate,
            instant: world.instant
        )
        var rows: [Row] = []
        for year in comparison.years {
            for category in comparison.categories { rows.append(Self.row(year, category, comparison)) }
            rows.append(Self.row(year, nil, comparison))
        }
        return Report(rows, figures: Self.figures(comparison, chosen), note: Self.note)
    }

    private static let note = """
        Coordination is all but the category service. What the baseline would have cost is spread evenly over its \
        period. Costs without a price count for nothing, so that what was spent is at least what is shown.
        """

    private func records(in world: World) -> [CostComparison.Record] {
        let records = world.state.evaluation.costs.values.compactMap { cost -> CostComparison.Record? in
            let spentBy = cost.content.organisation
            guard organisation.map({ world.state.belongs(spentBy, to: $0) }) ?? true else { return nil }
            if let period = cost.content.period?.bounds {
                guard period.earliestOrPast <= world.instant else { return nil }
            } else {
                guard cost.happening.happened(at: world.instant) != .no else { return nil }
            }
            return CostComparison.Record(
                content: cost.content,
                bounds: cost.content.period?.bounds ?? cost.happening.occurrence.date.bounds,
                position: cost.happening.position
            )
        }
        return records.sorted { ($0.day, $0.position) < ($1.day, $1.position) }
    }

    /// A baseline that was chosen, and which version of it.
    private struct Chosen {
        let key: Key
        let number: Int
        let version: BaselineVersion
    }

    private func chosenBaseline(in world: World) -> Chosen? {
        let candidates = world.state.evaluation.baselines.compactMap { key, value -> Chosen? in
            guard baseline.map({ $0 == key }) ?? true, let latest = value.version(at: world.instant) else {
                return nil
            }
            guard let version else { return Chosen(key: key, number: latest.number, version: latest.version) }
            guard version <= Int64(latest.number) else { return nil }
            return Chosen(key: key, number: Int(version), version: value.versions[Int(version) - 1])
        }
        return candidates.max { left, right in
            func rank(_ chosen: Chosen) -> (Int, UInt64) {
                let isContract = chosen.version.estimate.model == .contractOut
                return (isContract ? 1 : 0, chosen.version.happening.position)
            }
            return rank(left) < rank(right)
        }
    }

    private static func row(_ year: Int, _ category: CostCategory?, _ comparison: CostComparison) -> Row {
        let categories = category.map { [$0] } ?? comparison.categories.filter(\.isCoordination)
        let upTo = comparison.records.filter { $0.year <= year && categories.contains($0.content.category) }
        let own = upTo.filter { $0.year == year }
        func baseline(_ bound: CostComparison.Bound) -> Money? {
            comparison.baseline(bound, on: categories, through: year)
        }
        return Row(
            year: year,
            category: category,
            spent: Money.total(own.compactMap(\.content.price)),
            cumulative: Money.total(upTo.compactMap(\.content.price)),
            low: baseline(.low),
            central: baseline(.central),
            high: baseline(.high),
            count: own.count,
            unpriced: own.count { $0.content.price == nil },
            entries: own.map(\.position)
        )
    }

    private static func figures(_ comparison: CostComparison, _ chosen: Chosen?) -> [Figure] {
        let coordination = comparison.records.filter { $0.content.category.isCoordination }
        let service = comparison.records.filter { !$0.content.category.isCoordination }
        let all = comparison.records.count
        let unpriced = comparison.records.filter { $0.content.price == nil }
        let points = all == 0 ? nil : (Int128(unpriced.count) * 10_000).divided(by: Int128(all))
        let hasPrice = coordination.contains { $0.content.price != nil }
        let evens = CostComparison.Bound.allCases.map { bound -> Figure in
            let day = comparison.breakEvenDay(bound).map {
                String(Timestamp(daysSinceEpoch: $0).description.prefix(10))
            }
            return Figure(
                "break-even, \(bound.rawValue)",
                chosen == nil || !hasPrice ? nil : day ?? "not reached",
                "from when on coordinating has cost at most what the baseline would have by then"
            )
        }
        return [
            Figure(
                "baseline",
                chosen.map { "\($0.key) version \($0.number)" },
                chosen.map {
                    "\($0.version.estimate.model.rawValue), \($0.version.estimate.period.words); "
                        + "later versions do not change this comparison (rule 87)"
                } ?? "none is recorded, or not in that version",
                entries: chosen.map { [$0.version.happening.position] } ?? []
            ),
            Figure(
                "coordination",
                Money.total(coordination.compactMap(\.content.price))?.text,
                "sum of all costs with a price but those of the services"
            ),
            Figure("services", Money.total(service.compactMap(\.content.price))?.text, "category service"),
        ] + evens + [
            Figure(
                "possibly later",
                comparison.records.count { $0.bounds.isAtOrBefore(comparison.instant) != .yes },
                "cost records whose period or date may reach beyond the date asked for; they count in full"
            ),
            Figure(
                "unpriced",
                points.map { "\($0 / 100).\($0 % 100 < 10 ? "0" : "")\($0 % 100) %" },
                "\(unpriced.count) of \(all) cost records have neither an amount nor minutes with a rate",
                entries: unpriced.map(\.position)
            ),
        ]
    }
}
