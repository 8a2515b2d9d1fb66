// SPDX-License-Identifier: Apache-2.0

/// What a measure tells about.
///
/// Outcome, process and balancing measures as in Langley and others, The Improvement Guide (2009): what people get, how
/// the work is done, and what must not get worse meanwhile.
public enum MeasureKind: String, CaseIterable, Codable, Sendable {
    case outcome, process, balancing, experience, cost
}

/// Which way a value is better.
public enum BetterDirection: String, CaseIterable, Codable, Sendable {
    case higher, lower
    /// As near to the target as can be.
    case target
}

/// How often a measure is taken.
public enum MeasureFrequency: String, CaseIterable, Codable, Sendable {
    case daily, weekly, monthly, quarterly, annual, irregular
}

/// The operational definition of a measure: all that somebody must know to take it again in the same way.
///
/// It is given whole by `measure.defined` and `measure.revised`.
public struct MeasureDefinition: FieldGroup, Codable, Hashable {
    /// What it is called.
    public let title: Text
    /// What is counted or measured, of whom, and how.
    public let definition: Text
    /// What is counted above the line, for a proportion or rate.
    public let numerator: Text?
    /// What it is counted out of.
    public let denominator: Text?
    /// What a ratio is multiplied by: 100 for per cent.
    public let per: Int64?
    /// The unit of its values.
    public let unit: Text?
    /// What it tells about.
    public let measure: MeasureKind
    /// Which way is better.
    public let better: BetterDirection?
    /// Where it should be.
    public let target: DecimalNumber?
    /// How far a value may miss the target and still be amber.
    public let amber: DecimalNumber?
    /// How often it is taken.
    public let frequency: MeasureFrequency
    /// The organisation that reports it.
    public let organisation: Key
    /// The objective that it measures.
    public let objective: Key?
    /// The service interface that it is about.
    public let interface: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the measure is called.")
        definition = try fields.text("definition", "What is counted or measured, of whom, and how.")
        numerator = try fields.optionalText("numerator", "What is counted above the line, for a ratio.")
        denominator = try fields.optionalText("denominator", "What it is counted out of.")
        per = try fields.optionalInteger(
            "per",
            in: 1...1_000_000,
            "What the ratio is multiplied by: 100 for per cent, 1000 for per thousand; 1 when absent."
        )
        unit = try fields.optionalText("unit", "The unit of its values, such as days or per cent.")
        measure = try fields.choice("kind", MeasureKind.self, "What it tells about.")
        better = try fields.optionalChoice(
            "betterIs",
            BetterDirection.self,
            "Which way is better; without it and a target there is no red, amber or green."
        )
        target = try fields.optionalDecimal("target", "Where it should be.")
        amber = try fields.optionalDecimal(
            "amber",
            "How far a value may miss the target and still be amber; without it what misses is red."
        )
        frequency = try fields.choice("frequency", MeasureFrequency.self, "How often it is taken.")
        organisation = try fields.key("org", of: .organisation, "The organisation that reports it.")
        objective = try fields.optionalKey("objective", of: .objective, "The objective it measures.")
        interface = try fields.optionalKey("interface", of: .interface, "The service interface it is about.")
        if let amber, amber < DecimalNumber(0) {
            throw FieldError("amber", .notA("a distance, which is not below zero"))
        }
    }
}
