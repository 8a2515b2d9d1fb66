// SPDX-License-Identifier: Apache-2.0

extension Check {
    /// Refuses what is not about an objective that is still pursued, or comes before it was set.
    func demandOpenObjective() throws(Refusal) {
        let subject = entry.subject
        guard let objective = state.objective(subject.key) else {
            throw .evaluation(.nothingToContinue(subject))
        }
        if let closed = objective.closed {
            throw .evaluation(.closed(subject.key, by: closed.happening.position))
        }
        try demandNotBefore(objective.set.happening, subject)
    }

    /// Warns when an objective is judged that has no outcome measure or no balancing measure (rules 83 and 84).
    ///
    /// Measures are defined after the objective they belong to, so they are asked for when it is assessed or closed,
    /// and not when it is set.
    mutating func warnOfMeasures(of objective: Key) {
        let kinds = Set(state.measures(of: objective).map(\.definition.measure))
        warn(.objectiveHasOutcome, unless: kinds.contains(.outcome))
        warn(.balancingMeasure, unless: kinds.contains(.balancing))
    }

    /// The measure that the entry is about.
    func measure() throws(Refusal) -> Measure {
        guard let measure = state.measure(entry.subject.key) else {
            throw .evaluation(.nothingToContinue(entry.subject))
        }
        return measure
    }

    /// The benefit that the entry is about.
    func benefit() throws(Refusal) -> Benefit {
        guard let benefit = state.benefit(entry.subject.key) else {
            throw .evaluation(.nothingToContinue(entry.subject))
        }
        return benefit
    }

    /// Refuses what begins when a measure certainly was no longer taken.
    mutating func demandNotRetired(_ measure: Measure, from bounds: Bounds) throws(Refusal) {
        guard let retired = measure.retired?.happening.occurrence.date.bounds else { return }
        let begins = Bounds(instant: bounds.earliestOrPast)
        let key = entry.subject.key
        try demand(retired.precedes(begins).negated, .evaluation(.retired(key)))
    }

    /// The number of the version to which an observation belongs.
    ///
    /// Refuses a version that does not exist, and a period in which the definition changed unless it says which of
    /// them was used: a value over two definitions would join two series (rule 81). Where the dates leave open
    /// whether it changed within, that is a warning.
    mutating func version(of observation: ObservationRecorded, in measure: Measure) throws(Refusal) -> Int {
        let key = entry.subject.key
        if let stated = observation.version {
            let exists = stated <= Int64(measure.versions.count)
            try demand(exists, .evaluation(.noSuchVersion(key, stated, of: measure.versions.count)))
            return measure.version(of: observation)
        }
        for (index, version) in measure.versions.enumerated().dropFirst() {
            let changed = version.happening.occurrence.date.bounds
            try demand(
                changed.isWithin(observation.period.bounds).negated,
                .evaluation(.spansRevision(key, observation.period, version: index + 1))
            )
        }
        return measure.version(of: observation)
    }

    /// Refuses an amount in another currency than the venture's earlier amounts (rule 88).
    func demandCurrency(_ amount: Money?) throws(Refusal) {
        guard let amount, let currency = state.evaluation.currency else { return }
        try demand(amount.currency == currency, .evaluation(.currencies([currency, amount.currency])))
    }
}

extension Bounds {
    /// Whether the instant meant lies after the first instant of a period and before its end.
    fileprivate func isWithin(_ period: Bounds) -> Truth {
        guard let begin = period.earliest, let end = period.latest else { return .no }
        return isAfter(begin).and(isBefore(end))
    }
}
