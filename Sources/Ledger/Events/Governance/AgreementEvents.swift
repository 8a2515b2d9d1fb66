// SPDX-License-Identifier: Apache-2.0

/// The parties change what an agreement says.
public struct AgreementVaried: Event, Codable, Hashable {
    public static let name = "agreement.varied"
    public static let kind = SubjectKind.agreement
    public static let place = StreamPlace.continues
    public static let summary = "The parties change what an agreement says; clauses that are not given stay."
    public static let rules: [Rule] = [.agreementSigned, .agreementComplete, .lifeAllows]

    /// What is changed.
    public let note: Text
    /// The clauses that are replaced.
    public let clauses: StatedClauses
    /// SHA-256 of the new document.
    public let digest: String?
    /// Until when it holds now.
    public let to: EDTF?
    /// When it is to be reviewed.
    public let reviewOn: EDTF?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        note = try fields.text("note", "What is changed.")
        clauses = try StatedClauses(&fields)
        digest = try fields.optionalDigest("digest", "SHA-256 of the new document.")
        to = try fields.optionalDate("to", "From when it no longer holds now; as before when absent.")
        reviewOn = try fields.optionalDate("reviewOn", "When it is to be reviewed; as before when absent.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let agreement = try check.signedAgreement()
        if let to { try check.demandOrder(of: Validity(from: agreement.validity.from, to: to)) }
        guard agreement.form == .section75 else { return }
        let varied = agreement.clauses.varied(by: clauses)
        try check.demandClauses(varied.missing(withPooledFund: agreement.recorded.content.hasPooledFund))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.agreements[entry.subject.key]?.vary(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}

/// What a review of an agreement came to.
public enum AgreementReviewOutcome: String, CaseIterable, Codable, Sendable {
    /// It goes on as it is.
    case keep
    /// It is to be varied.
    case vary
    /// It is to be terminated.
    case terminate
}

/// The parties review an agreement.
public struct AgreementReviewed: Event, Codable, Hashable {
    public static let name = "agreement.reviewed"
    public static let kind = SubjectKind.agreement
    public static let place = StreamPlace.continues
    public static let summary = "The parties review an agreement, and say when they will again."
    public static let rules: [Rule] = [.agreementSigned, .lifeAllows]

    /// What is to happen with it.
    public let outcome: AgreementReviewOutcome
    /// What was found.
    public let findings: Text?
    /// When it is to be reviewed next.
    public let reviewOn: EDTF?

    public init(_ fields: inout Fields) throws(FieldError) {
        outcome = try fields.choice(
            "outcome",
            AgreementReviewOutcome.self,
            "What is to happen with it."
        )
        findings = try fields.optionalText("findings", "What was found.")
        reviewOn = try fields.optionalDate("reviewOn", "When it is to be reviewed next.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        _ = try check.signedAgreement()
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.agreements[entry.subject.key]?.review(Recorded(self, entry))
    }
}

/// An agreement ends.
public struct AgreementTerminated: Event, Codable, Hashable {
    public static let name = "agreement.terminated"
    public static let kind = SubjectKind.agreement
    public static let place = StreamPlace.continues
    public static let summary = "An agreement is terminated, with notice or at once."
    public static let rules: [Rule] = [.lifeAllows]

    /// Why.
    public let reason: Text
    /// When notice was given.
    public let notice: EDTF?
    /// From when it no longer holds.
    public let to: EDTF?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why it ends.")
        notice = try fields.optionalDate("notice", "When notice was given.")
        to = try fields.optionalDate("to", "From when it no longer holds; the date of the entry when absent.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let agreement = check.state.agreement(subject.key) else {
            throw .entry(.unknown(subject, field: "subject"))
        }
        try check.demand(agreement.termination == nil, .governance(.agreementTerminated(subject.key)))
        let end = to ?? check.entry.happened
        try check.demand(agreement.validity.canEnd(on: end), .governance(.notThere(subject)))
        guard let notice else { return }
        try check.demand(notice.isLater(than: end).negated, .governance(.noticeAfterEnd(subject.key, end)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.agreements[entry.subject.key]?.terminate(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}

extension Check {
    /// The agreement that the entry goes on with, which every party has signed and nobody has terminated.
    fileprivate mutating func signedAgreement() throws(Refusal) -> Agreement {
        let subject = entry.subject
        let instant = instant
        guard let agreement = state.agreement(subject.key) else {
            throw .entry(.unknown(subject, field: "subject"))
        }
        let signed = agreement.parties.reduce(Truth.yes) { $0.and(agreement.hasSigned($1, at: instant)) }
        let unsigned = agreement.unsigned(at: instant)
        try demand(signed, .governance(.notInForce(subject.key, unsigned: unsigned)))
        let ended = agreement.termination.map { _ in
            agreement.validity.to?.bounds.isAtOrBefore(instant) ?? .no
        }
        try demand((ended ?? .no).negated, .governance(.agreementTerminated(subject.key)))
        return agreement
    }
}
