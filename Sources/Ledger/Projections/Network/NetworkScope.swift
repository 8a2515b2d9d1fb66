// SPDX-License-Identifier: Apache-2.0

/// What makes two members of a network belong to one group.
public enum NetworkGrouping: String, CaseIterable, Sendable {
    /// They belong to the same organisation.
    case organisation
    /// They belong to the same unit, or to an organisation directly.
    case unit
    /// They hold posts of the same organisation; jointly funded posts are a group of their own.
    case post

    /// What is said of it with every figure.
    var words: String {
        switch self {
        case .organisation: "by organisation, as at the window's end"
        case .unit: "by unit, as at the window's end"
        case .post:
            "by organisation of the post or seat held at the window's end; jointly funded posts are a group"
        }
    }
}

/// What can be varied of every question about the network, beside where its ties come from.
struct NetworkReading: FieldGroup, Hashable {
    /// What makes a group.
    let grouping: NetworkGrouping
    /// Between whom ties are, where they come from events; a survey says so itself.
    let level: SurveyLevel
    /// How many events make a tie.
    let least: Int
    /// Whether ties point as they were asked for and not as knowledge flows.
    let isAsAsked: Bool

    init(_ fields: inout Fields) throws(FieldError) {
        grouping =
            try fields.optionalChoice(
                "by",
                NetworkGrouping.self,
                "What makes a group: organisation if absent, unit, or post (jointly funded ones a group)."
            ) ?? .organisation
        level =
            try fields.optionalChoice(
                "level",
                SurveyLevel.self,
                "Without a survey: organisation if absent, or person, between who acted and counterparts."
            ) ?? .organisation
        least =
            try fields.optionalInteger(
                "least",
                in: 1...10_000,
                "Without a survey: events that make a tie; 1."
            )
            .map(Int.init) ?? 1
        isAsAsked = try fields.flag(
            "asAsked",
            "Ties from who asks, or answers a survey, instead of as knowledge flows, from source to seeker."
        )
    }
}

/// Where the ties of a network come from: a survey, or recorded events within a window.
struct NetworkScope: Hashable, Sendable {
    /// The survey; without it, recorded advice and actions across boundaries.
    let survey: Key?
    /// The time within which answers were given, or the events happened.
    let window: DateWindow
    /// What else was asked for.
    let reading: NetworkReading
}

/// The parameters of a question about one network.
struct NetworkAsked: FieldGroup, Hashable {
    /// What is asked for.
    let scope: NetworkScope

    init(_ fields: inout Fields) throws(FieldError) {
        let survey = try fields.optionalKey(
            "survey",
            of: .survey,
            "The survey whose ties these are; without it they come from recorded advice and boundary actions."
        )
        let window = DateWindow(
            from: try fields.optionalDate("from", "Only what happened on or after the start of this date."),
            until: try fields.optionalDate("until", "Only what happened by the end of this date.")
        )
        scope = NetworkScope(survey: survey, window: window, reading: try NetworkReading(&fields))
    }
}
