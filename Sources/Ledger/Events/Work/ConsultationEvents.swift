// SPDX-License-Identifier: Apache-2.0

/// Who is asked in a consultation.
public enum ConsultedAudience: String, CaseIterable, Codable, Sendable {
    /// Those who work in the services.
    case staff
    /// Those who use them.
    case serviceUsers
    /// Those who care for someone who does.
    case carers
    /// Partner organisations and others that work with them.
    case partners
    /// Everybody.
    case `public`
}

/// People are asked what they think of something.
public struct ConsultationOpened: Event, Codable, Hashable {
    public static let name = "consultation.opened"
    public static let kind = SubjectKind.consultation
    public static let place = StreamPlace.begins
    public static let summary = "People are asked what they think of something that is to be decided or done."
    public static let command = "consultation open"

    /// What is asked, in one line.
    public let title: Text
    /// Who is asked.
    public let audience: ConsultedAudience
    /// The organisation that asks; absent when the partners do together.
    public let organisation: Key?
    /// What it is about.
    public let about: Subject?
    /// Until when responses are taken.
    public let until: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What is asked, in one line.")
        audience = try fields.choice("audience", ConsultedAudience.self, "Who is asked.")
        organisation = try fields.optionalKey(
            "org",
            of: .organisation,
            "The organisation that asks; absent when the partners do together."
        )
        about = try fields.optionalSubject(
            "about",
            of: SubjectKind.matters,
            "What it is about, such as decision/D-0004."
        )
        until = try fields.optionalDate("until", "Until when responses are taken; a day counts to its end.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.consultations[entry.subject.key] = Consultation(Recorded(self, entry))
    }
}

/// Somebody answered a consultation.
public struct ConsultationResponseRecorded: Event, Codable, Hashable {
    public static let name = "consultation.response.recorded"
    public static let kind = SubjectKind.consultation
    public static let place = StreamPlace.continues
    public static let summary =
        "An organisation, or a number of people of one group, answered a consultation."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "consultation respond"

    /// The group that answered; the audience when absent.
    public let audience: ConsultedAudience?
    /// The organisation that answered.
    public let organisation: Key?
    /// How many responses this stands for; one when absent.
    public let count: Int64?
    /// Which way they speak.
    public let stance: ArgumentStance?
    /// What they say.
    public let text: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        audience = try fields.optionalChoice(
            "audience",
            ConsultedAudience.self,
            "The group that answered; the audience when absent."
        )
        organisation = try fields.optionalKey("org", of: .organisation, "The organisation that answered.")
        count = try fields.optionalInteger(
            "count",
            in: 1...1_000_000_000,
            "How many responses this stands for; one when absent."
        )
        stance = try fields.optionalChoice("stance", ArgumentStance.self, "Which way they speak.")
        text = try fields.optionalText(
            "text",
            personal: true,
            "What they say; kept sealed, because people may be recognised by it."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandGoesOn(check.state.consultation(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.consultations[entry.subject.key]?.responses.append(Recorded(self, entry))
    }
}

/// A consultation is over.
public struct ConsultationClosed: Event, Codable, Hashable {
    public static let name = "consultation.closed"
    public static let kind = SubjectKind.consultation
    public static let place = StreamPlace.continues
    public static let summary = "A consultation is over."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "consultation close"

    /// What was heard.
    public let findings: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        findings = try fields.optionalText("findings", "What was heard, in summary.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandEnds(check.state.consultation(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.consultations[entry.subject.key]?.closed = Recorded(self, entry)
    }
}
