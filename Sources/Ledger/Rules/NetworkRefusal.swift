// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern services, interfaces and surveys.
public enum NetworkRefusal: Hashable, Sendable {
    /// What this goes on from no longer stands.
    case nothingToContinue(Subject)
    /// A service changes in no respect.
    case changesNothing(Key)
    /// An interface is shared by fewer than two organisations.
    case interfaceOfOne(Key)
    /// Those who took part are named twice, or beside nobody.
    case coProducersContradict(Key)
    /// There is no later version of the interface to give up.
    case firstVersion(Key)
    /// A survey asks fewer than two.
    case populationTooSmall(Key)
    /// A survey is extended by nobody.
    case extendsByNobody(Key)
    /// A member of a population is no person, or no organisation.
    case otherLevel(Subject, SurveyLevel)
    /// Two members of a population are the same person.
    case samePersonTwice(Subject, Subject)
    /// The survey takes no more answers.
    case surveyClosed(Key)
    /// Somebody answers or is named who does not belong to the population.
    case notAsked(Subject, Key)
    /// An answer was given outside the survey's window.
    case outsideWindow(Key, Validity)
    /// A respondent names themselves.
    case namesThemselves(Subject)
    /// A respondent names somebody twice.
    case namedTwice(Subject)
    /// A respondent answers a second time.
    case answeredBefore(Subject, Key)
}

extension NetworkRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .nothingToContinue, .changesNothing, .interfaceOfOne, .coProducersContradict, .firstVersion,
            .surveyClosed, .extendsByNobody:
            .lifeAllows
        case .populationTooSmall, .otherLevel, .samePersonTwice, .notAsked, .outsideWindow: .tieInSurvey
        case .namesThemselves: .seekerIsNotSource
        case .namedTwice, .answeredBefore: .responseOnce
        }
    }

    var message: String {
        switch self {
        case .nothingToContinue(let subject): "\(subject) has no beginning that stands"
        case .changesNothing(let key):
            "service/\(key) would stay as it is; give its new title, provider, commissioner or population"
        case .interfaceOfOne(let key):
            "interface/\(key) joins organisations; name at least two different ones that share it"
        case .coProducersContradict(let key):
            "interface/\(key): name each kind of co-producer once, and none only by itself"
        case .firstVersion(let key):
            "interface/\(key) is in its first version; there is none before it to go back to"
        case .populationTooSmall(let key):
            "survey/\(key) asks who turns to whom; name at least two different members of its population"
        case .extendsByNobody(let key): "survey/\(key): name in population whom it asks besides"
        case .otherLevel(let subject, let level):
            "\(subject) is not of the survey's level, \(level.rawValue); name "
                + level.kinds.map { "\($0.rawValue)/KEY" }.joined(separator: " or ")
        case .samePersonTwice(let subject, let other):
            "\(subject) and \(other) are the same person; name one of them"
        case .surveyClosed(let key):
            "survey/\(key) is closed; what was answered before can be recorded with the date of the answer"
        case .notAsked(let subject, let key): "\(subject) does not belong to the population of survey/\(key)"
        case .outsideWindow(let key, let window):
            "the answer was not given within the window of survey/\(key), \(Self.words(window)); "
                + "give the date of the answer"
        case .namesThemselves(let subject): "\(subject) names itself; name others"
        case .namedTwice(let subject): "\(subject) is named twice; name everybody once"
        case .answeredBefore(let subject, let key):
            "\(subject) has answered survey/\(key); correct that entry if the answer was another"
        }
    }

    var next: [String] {
        switch self {
        case .nothingToContinue(let subject): ["jvctl log \(subject)"]
        case .notAsked(let subject, let key):
            ["jvctl record survey.extended survey/\(key) population=\(subject)"]
        case .answeredBefore(_, let key): ["jvctl log survey/\(key)"]
        case .changesNothing, .interfaceOfOne, .coProducersContradict, .firstVersion, .populationTooSmall,
            .extendsByNobody, .otherLevel, .samePersonTwice, .surveyClosed, .outsideWindow, .namesThemselves,
            .namedTwice:
            []
        }
    }

    private static func words(_ window: Validity) -> String {
        let from = window.from.map { "from \($0.short)" } ?? "from the beginning"
        return window.to.map { "\(from) until before \($0.short)" } ?? from
    }
}
