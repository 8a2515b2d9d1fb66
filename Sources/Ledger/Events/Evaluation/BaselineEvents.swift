// SPDX-License-Identifier: Apache-2.0

/// With what working together is compared.
public enum BaselineModel: String, CaseIterable, Codable, Sendable {
    /// What a contractor would have provided.
    case contractOut
    /// What was before.
    case statusQuo
    case other
}

/// What one category would have cost.
public struct BaselineLine: FieldGroup, Codable, Hashable {
    /// The category.
    public let category: CostCategory
    /// The least it would have cost.
    public let low: Money
    /// What it would most likely have cost.
    public let central: Money
    /// The most it would have cost.
    public let high: Money

    public init(_ fields: inout Fields) throws(FieldError) {
        category = try fields.choice("category", CostCategory.self, "What it would have gone into.")
        low = try fields.money("low", "The least it would have cost in the whole period.")
        central = try fields.money("central", "What it would most likely have cost in the whole period.")
        high = try fields.money("high", "The most it would have cost in the whole period.")
        guard low.minor <= central.minor, central.minor <= high.minor else {
            throw FieldError(fields.at("central"), .notA("an amount from low to high"))
        }
        guard Set([low.currency, central.currency, high.currency]).count == 1 else {
            throw FieldError(fields.at("central"), .notA("in one currency with low and high"))
        }
    }
}

/// What would have been spent without working together: an estimate for a period, with its range.
public struct BaselineEstimate: FieldGroup, Codable, Hashable {
    /// What it is called.
    public let title: Text
    /// With what working together is compared.
    public let model: BaselineModel
    /// The period that the amounts are for.
    public let period: EDTF
    /// The amounts, a line a category.
    public let lines: [BaselineLine]
    /// What was assumed.
    public let assumptions: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the estimate is called.")
        model = try fields.choice("model", BaselineModel.self, "With what working together is compared.")
        period = try fields.date(
            "period",
            "The whole of the period that the amounts are for: 2018/2020 for three years."
        )
        lines = try fields.list("lines", of: BaselineLine.self, required: true, "A line for each category.")
        assumptions = try fields.optionalText("assumptions", "What was assumed, and from where.")
        guard !fields.isDescribing else { return }
        guard period.bounds.earliest != nil, period.bounds.latest != nil else {
            throw FieldError("period", .notA("a period with a beginning and an end"))
        }
        guard Set(lines.map(\.category)).count == lines.count else {
            throw FieldError("lines", .notA("a list with one line for each category"))
        }
    }
}

/// The cost of not working together is estimated.
public struct BaselineEstimated: Event, Codable, Hashable {
    public static let name = "baseline.estimated"
    public static let kind = SubjectKind.baseline
    public static let place = StreamPlace.begins
    public static let summary =
        "What would have been spent without working together, by category, with low, central and high."
    public static let rules: [Rule] = [.oneCurrency]

    /// The estimate, which is version 1.
    public let estimate: BaselineEstimate

    public init(_ fields: inout Fields) throws(FieldError) { estimate = try BaselineEstimate(&fields) }

    public func check(_ check: inout Check) throws(Refusal) {
        for line in estimate.lines { try check.demandCurrency(line.central) }
        let currencies = Set(estimate.lines.map(\.central.currency)).sorted()
        try check.demand(currencies.count < 2, .evaluation(.currencies(currencies)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let version = BaselineVersion(estimate: estimate, reason: nil, happening: Happening(entry))
        state.evaluation.baselines[entry.subject.key] = Baseline(versions: [version])
        for line in estimate.lines { state.evaluation.count(in: line.central) }
    }
}

/// The cost of not working together is estimated anew; earlier estimates stay, so that what was compared with them
/// can be compared again (rule 87).
public struct BaselineRevised: Event, Codable, Hashable {
    public static let name = "baseline.revised"
    public static let kind = SubjectKind.baseline
    public static let place = StreamPlace.continues
    public static let summary =
        "What would have been spent is estimated anew, whole; the earlier estimate is kept beside it."
    public static let rules: [Rule] = [.oneCurrency, .lifeAllows]

    /// The new estimate, whole.
    public let estimate: BaselineEstimate
    /// Why it changes.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        estimate = try BaselineEstimate(&fields)
        reason = try fields.optionalText("reason", "Why it changes.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let last = check.state.evaluation.baselines[subject.key]?.versions.last else {
            throw .evaluation(.nothingToContinue(subject))
        }
        try check.demandNotBefore(last.happening, subject)
        for line in estimate.lines { try check.demandCurrency(line.central) }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let version = BaselineVersion(estimate: estimate, reason: reason, happening: Happening(entry))
        state.evaluation.baselines[entry.subject.key]?.versions.append(version)
        for line in estimate.lines { state.evaluation.count(in: line.central) }
    }
}
