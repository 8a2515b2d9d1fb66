// SPDX-License-Identifier: Apache-2.0

/// How far a piece of evidence carries.
public enum EvidenceStrength: String, CaseIterable, Codable, Sendable {
    case strong
    case moderate
    case weak
    /// It does not carry what it is used for.
    case insufficient
}

/// Somebody judged what a piece of evidence is worth.
public struct EvidenceAppraised: Event, Codable, Hashable {
    public static let name = "evidence.appraised"
    public static let kind = SubjectKind.evidence
    public static let place = StreamPlace.continues
    public static let summary =
        "Somebody judged what a piece of evidence is worth; the latest judgement counts."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "evidence appraise"

    /// How far it carries.
    public let strength: EvidenceStrength
    /// How that was judged.
    public let method: Text?
    /// The organisation that judged.
    public let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        strength = try fields.choice("strength", EvidenceStrength.self, "How far it carries.")
        method = try fields.optionalText("method", "How that was judged, such as with which checklist.")
        organisation = try fields.optionalKey(
            "org",
            of: .organisation,
            "The organisation that judged, such as a library service."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let evidence = check.state.evidence(subject.key) else {
            throw .work(.nothingToContinue(subject))
        }
        guard let retraction = evidence.retraction?.happening else { return }
        try check.demand(
            !retraction.certainlyPrecedes(Happening(check.entry)),
            .work(.alreadyEnded(subject, retraction.occurrence.date))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.evidence[entry.subject.key]?.appraisals.append(Recorded(self, entry))
    }
}

/// A piece of evidence was withdrawn, by its authors or by those who registered it.
public struct EvidenceRetracted: Event, Codable, Hashable {
    public static let name = "evidence.retracted"
    public static let kind = SubjectKind.evidence
    public static let place = StreamPlace.continues
    public static let summary = "A piece of evidence was withdrawn; what rests on it stays, and is listed."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "evidence retract"

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why it was withdrawn.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let evidence = check.state.evidence(subject.key) else {
            throw .work(.nothingToContinue(subject))
        }
        if let retraction = evidence.retraction?.happening {
            throw .work(.alreadyEnded(subject, retraction.occurrence.date))
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.evidence[entry.subject.key]?.retraction = Recorded(self, entry)
    }
}
