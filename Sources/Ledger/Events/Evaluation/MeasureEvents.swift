// SPDX-License-Identifier: Apache-2.0

/// A measure is defined, so that it can be taken again in the same way.
public struct MeasureDefined: Event, Codable, Hashable {
    public static let name = "measure.defined"
    public static let kind = SubjectKind.measure
    public static let place = StreamPlace.begins
    public static let summary = "A measure is defined: what is counted, of whom, how often and by whom."
    public static let rules: [Rule] = []
    public static let command = "measure define"

    /// The definition, which is version 1.
    public let definition: MeasureDefinition

    public init(_ fields: inout Fields) throws(FieldError) { definition = try MeasureDefinition(&fields) }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        let version = MeasureVersion(definition: definition, reason: nil, happening: Happening(entry))
        state.evaluation.measures[entry.subject.key] = Measure(version)
    }
}

/// A measure is taken in another way from a date on, which starts a new series (rule 81).
public struct MeasureRevised: Event, Codable, Hashable {
    public static let name = "measure.revised"
    public static let kind = SubjectKind.measure
    public static let place = StreamPlace.continues
    public static let summary =
        "A measure is taken in another way from a date on: the whole new definition, which starts a new series."
    public static let rules: [Rule] = [.revisionStartsSeries, .lifeAllows]
    public static let command = "measure revise"

    /// The new definition, whole.
    public let definition: MeasureDefinition
    /// Why it changes.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        definition = try MeasureDefinition(&fields)
        reason = try fields.optionalText("reason", "Why it changes.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let measure = try check.measure()
        try check.demandNotRetired(measure, from: Happening(check.entry).occurrence.date.bounds)
        guard let last = measure.versions.last else { return }
        try check.demandNotBefore(last.happening, check.entry.subject)
        try check.demand(
            last.definition != definition,
            .evaluation(.sameDefinition(check.entry.subject.key, version: measure.versions.count))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let version = MeasureVersion(definition: definition, reason: reason, happening: Happening(entry))
        state.evaluation.measures[entry.subject.key]?.versions.append(version)
    }
}

/// A measure is no longer taken.
public struct MeasureRetired: Event, Codable, Hashable {
    public static let name = "measure.retired"
    public static let kind = SubjectKind.measure
    public static let place = StreamPlace.continues
    public static let summary = "A measure is no longer taken."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "measure retire"

    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "Why it is no longer taken.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let measure = try check.measure()
        try check.demand(measure.retired == nil, .evaluation(.retired(check.entry.subject.key)))
        if let first = measure.versions.first {
            try check.demandNotBefore(first.happening, check.entry.subject)
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.evaluation.measures[entry.subject.key]?.retired = Recorded(self, entry)
    }
}
