// SPDX-License-Identifier: Apache-2.0

/// How good a value is.
public enum ObservationQuality: String, CaseIterable, Codable, Sendable {
    case good, estimated, provisional
}

/// A value of a measure for a period.
///
/// It belongs to the definition that was in force at the period's first instant, unless it says which version was
/// used. Its `period` is the whole of what the date names, and not some instant within: `2019-05` is all of May,
/// `2019-04/2019-06` a quarter, `2019-05-06/2019-05-12` a week.
public struct ObservationRecorded: Event, Codable, Hashable {
    public static let name = "observation.recorded"
    public static let kind = SubjectKind.measure
    public static let place = StreamPlace.continues
    public static let summary = "A measure had a value in a period."
    public static let rules: [Rule] = [
        .notInFuture, .periodFitsMeasure, .numeratorWithinDenominator, .revisionStartsSeries, .lifeAllows,
    ]
    public static let command = "measure observe"

    /// The period.
    public let period: EDTF
    /// The value as given; nil for a ratio.
    public let stated: DecimalNumber?
    /// What was counted.
    public let numerator: Int64?
    /// What it was counted out of.
    public let denominator: Int64?
    /// How many cases it rests on.
    public let cases: Int64?
    /// How good it is.
    public let quality: ObservationQuality?
    /// The version of the definition that was used, if it is stated.
    public let version: Int64?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        period = try fields.date(
            "period",
            "The whole of the period: 2019-05 for May, 2019-04/2019-06 for a quarter, 2019 for a year."
        )
        stated = try fields.optionalDecimal("value", "The value, unless it is a ratio.")
        numerator = try fields.optionalInteger("numerator", "What was counted, for a ratio.")
        denominator = try fields.optionalInteger(
            "denominator",
            "What it was counted out of; of 0 there is no ratio."
        )
        cases = try fields.optionalInteger("n", "How many cases the value rests on.")
        quality = try fields.optionalChoice("quality", ObservationQuality.self, "How good the value is.")
        version = try fields.optionalInteger(
            "version",
            in: 1...1_000_000,
            "The version of the definition used; without it that in force at the period's beginning."
        )
        note = try fields.optionalText("note", "More about it.")
        guard !fields.isDescribing else { return }
        guard period.bounds.earliest != nil, period.bounds.latest != nil else {
            throw FieldError("period", .notA("a period with a beginning and an end"))
        }
        switch (stated, numerator, denominator) {
        case (.some, nil, nil), (nil, .some, .some): break
        case (nil, nil, nil): throw FieldError("value", .missing)
        case (nil, .some, nil): throw FieldError("denominator", .missing)
        case (nil, nil, .some): throw FieldError("numerator", .missing)
        case (.some, _, _):
            throw FieldError(
                "value",
                .notA("given beside a numerator and a denominator: it follows from them")
            )
        }
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        let measure = try check.measure()
        if let begins = period.bounds.earliest, begins > check.entry.recorded {
            throw .entry(.inFuture(period.text))
        }
        if let numerator, let denominator {
            try check.demand(
                numerator <= denominator,
                .evaluation(.numeratorExceeds(numerator, denominator))
            )
        }
        try check.demandNotRetired(measure, from: period.bounds)
        let used = try check.version(of: self, in: measure)
        let frequency = measure.versions[used - 1].definition.frequency
        try check.demand(period.fits(frequency), .evaluation(.periodUnfit(period, frequency)))
        // In the order of recording, so that a refusal names the first.
        let taken = measure.observations.filter { period.bounds.overlaps($0.value.content.period.bounds) }
        for (_, other) in taken.sorted(by: { $0.key < $1.key })
        where measure.version(of: other.content) == used {
            try check.demand(
                period.coversSome(of: other.content.period).negated,
                .evaluation(.periodTaken(key, other.content.period, by: other.happening.position))
            )
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.measures[entry.subject.key]?.observations[entry.position] = Recorded(self, entry)
    }
}
