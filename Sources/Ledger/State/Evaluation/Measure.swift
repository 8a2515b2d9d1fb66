// SPDX-License-Identifier: Apache-2.0

/// One version of the definition of a measure.
public struct MeasureVersion: Hashable, Codable, Sendable {
    /// The definition, whole.
    public let definition: MeasureDefinition
    /// Why it replaced the one before.
    public let reason: Text?
    /// From when it is in force.
    public let happening: Happening
}

/// A measure: its definitions one after another, and what was observed.
public struct Measure: Hashable, Codable, Sendable {
    /// The definitions, in the order of recording; version 1 is the first.
    public internal(set) var versions: [MeasureVersion]
    /// What was observed, by the position of the entry that says so.
    public internal(set) var observations: LayeredMap<UInt64, Recorded<ObservationRecorded>> = [:]
    /// That it is no longer taken; nil while it is.
    public internal(set) var retired: Recorded<MeasureRetired>?

    init(_ first: MeasureVersion) { versions = [first] }

    /// The number of the version to which an observation belongs: the one it names, or the one that was in force at
    /// its period's first instant, as early as the date of the change allows.
    ///
    /// Before there was any it is the first.
    public func version(of observation: ObservationRecorded) -> Int {
        if let stated = observation.version.flatMap({ Int(exactly: $0) }),
            versions.indices.contains(stated - 1)
        {
            return stated
        }
        return version(at: observation.period.bounds.earliestOrPast)
    }

    /// The number of the version that was in force at an instant, as early as its date allows.
    public func version(at t: Timestamp) -> Int {
        (versions.lastIndex { $0.happening.occurrence.date.bounds.earliestOrPast <= t } ?? 0) + 1
    }

    /// The definition that was in force at an instant, and its number; nil when it was not defined then.
    public func definition(at t: Timestamp) -> (number: Int, version: MeasureVersion)? {
        guard let index = versions.lastIndex(where: { $0.happening.happened(at: t) != .no }) else {
            return nil
        }
        return (index + 1, versions[index])
    }

    /// Whether it was defined and not retired at an instant.
    public func isTaken(at t: Timestamp) -> Truth {
        guard let first = versions.first else { return .no }
        return first.happening.happened(at: t).and((retired?.happening.happened(at: t) ?? .no).negated)
    }
}

extension Recorded where Content == ObservationRecorded {
    /// Whether it tells of the world at `t` or earlier: its period is over then, or has begun and it was recorded.
    func tells(at t: Timestamp) -> Bool {
        let bounds = content.period.bounds
        if let last = bounds.last, last <= t { return true }
        return bounds.earliestOrPast <= t && happening.recorded <= t
    }
}
