// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern objectives, measures, benefits, baselines, costs and contributions.
public enum EvaluationRefusal: Hashable, Sendable {
    /// What this goes on from no longer stands.
    case nothingToContinue(Subject)
    /// The objective was closed by the entry at this position.
    case closed(Key, by: UInt64)
    /// A revision changes nothing.
    case nothingRevised(Subject)
    /// No measure of the objective has a target and says which way is better.
    case noTarget(Key)
    /// The measure is no longer taken.
    case retired(Key)
    /// The new definition is the one that is in force.
    case sameDefinition(Key, version: Int)
    /// The measure has no such version.
    case noSuchVersion(Key, Int64, of: Int)
    /// The definition changed within the period.
    case spansRevision(Key, EDTF, version: Int)
    /// The period is not as long as the measure's frequency says.
    case periodUnfit(EDTF, MeasureFrequency)
    /// Another observation of the same version has a period that overlaps.
    case periodTaken(Key, EDTF, by: UInt64)
    /// More was counted than there was to count.
    case numeratorExceeds(Int64, Int64)
    /// A benefit is verified by the organisation that claims it.
    case verifiesOwn(Key)
    /// A benefit is verified by the person who claimed it.
    case samePersonVerifies(Key)
    /// A benefit is verified without evidence.
    case unevidenced(Key)
    /// Nobody says what would have been otherwise.
    case noCounterfactual(Key)
    /// Amounts are in different currencies.
    case currencies([String])
}

extension EvaluationRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .nothingToContinue, .closed, .nothingRevised, .retired: .lifeAllows
        case .noTarget: .targetBeforeRating
        case .sameDefinition, .noSuchVersion, .spansRevision: .revisionStartsSeries
        case .periodUnfit, .periodTaken: .periodFitsMeasure
        case .numeratorExceeds: .numeratorWithinDenominator
        case .verifiesOwn, .samePersonVerifies: .benefitVerifiedByOther
        case .unevidenced, .noCounterfactual: .benefitEvidenced
        case .currencies: .oneCurrency
        }
    }

    var message: String {
        switch self {
        case .nothingToContinue(let subject): "\(subject) has no beginning that stands"
        case .closed(let key, let position):
            "objective/\(key) was closed by entry \(position); set another to go on"
        case .nothingRevised(let subject): "the revision of \(subject) changes nothing; name what changes"
        case .noTarget(let key):
            "objective/\(key) has no measure with a target that says which way is better; leave out the rating, "
                + "or have the organisation that reports define one with target and betterIs"
        case .retired(let key): "measure/\(key) was no longer taken then"
        case .sameDefinition(let key, let version):
            "measure/\(key) is defined like that already, by version \(version)"
        case .noSuchVersion(let key, let version, let count):
            "measure/\(key) has no version \(version); its last is \(count)"
        case .spansRevision(let key, let period, let version):
            "the definition of measure/\(key) changed within \(period.words), to version \(version); "
                + "say with version which of them was used"
        case .periodUnfit(let period, let frequency):
            "\(period.text) is not a period of a measure whose frequency is \(frequency.rawValue), "
                + "which is \(frequency.length)"
        case .periodTaken(let key, let period, let position):
            "measure/\(key) has a value for \(period.words) already, by entry \(position); "
                + "correct that if it is wrong"
        case .numeratorExceeds(let numerator, let denominator):
            "the numerator \(numerator) is more than the denominator \(denominator)"
        case .verifiesOwn(let key):
            "\(key) claims the benefit or belongs to who does; another organisation verifies it"
        case .samePersonVerifies(let key):
            "assignment/\(key) is of the person who claimed the benefit; somebody else verifies it"
        case .unevidenced(let key):
            "benefit/\(key) is verified on evidence: name a source or evidence that is registered"
        case .noCounterfactual(let key):
            "neither the claim of benefit/\(key) nor this says what would have been without working together: "
                + "give counterfactual"
        case .currencies(let currencies):
            "the venture counts in one currency, and these are \(currencies.joined(separator: " and "))"
        }
    }

    var next: [String] {
        switch self {
        case .nothingToContinue(let subject): ["jvctl log \(subject)"]
        case .closed: ["jvctl objective set TITLE"]
        case .noTarget(let key):
            ["jvctl measure define KEY TITLE --objective \(key) --better-is higher --target N"]
        case .spansRevision(let key, let period, let version):
            ["jvctl measure observe \(key) \(period.text) VALUE --version \(version)"]
        case .noSuchVersion(let key, _, _), .sameDefinition(let key, _): ["jvctl measure series \(key)"]
        case .periodTaken(_, _, let position): ["jvctl correct \(position) value=VALUE --because REASON"]
        case .unevidenced: ["jvctl evidence add KEY TITLE KIND"]
        case .nothingRevised, .retired, .periodUnfit, .numeratorExceeds, .verifiesOwn,
            .samePersonVerifies, .noCounterfactual, .currencies:
            []
        }
    }
}
