// SPDX-License-Identifier: Apache-2.0

/// Something that statements rest on is registered; the document itself stays where it is.
public struct EvidenceRegistered: Event {
    public static let name = "evidence.registered"
    public static let kind = SubjectKind.evidence
    public static let place = StreamPlace.begins
    public static let summary = "A document or testimony that entries can name as their source."
    public static let command = "evidence add"

    /// What it is called.
    public let title: Text
    /// What it is.
    public let evidenceKind: EvidenceKind
    /// Where it is found.
    public let location: Text?
    /// When it was written or published.
    public let dated: EDTF?
    /// Its digest.
    public let digest: String?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What it is called, as one would cite it.")
        evidenceKind = try fields.choice("kind", EvidenceKind.self, "What it is.")
        location = try fields.optionalText("location", "Where it is found: an address or a shelf mark.")
        dated = try fields.optionalDate("dated", "When it was written or published.")
        digest = try fields.optionalDigest("digest", "SHA-256 of the document.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.evidence[entry.subject.key] = Evidence(
            title: title,
            kind: evidenceKind,
            location: location,
            dated: dated,
            position: entry.position,
            happening: Happening(entry)
        )
    }
}

/// Evidence is put to a proposal.
public struct EvidenceLinked: Event {
    public static let name = "evidence.linked"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "Evidence is put to a proposal or decision."
    public static let command = "decision evidence"

    /// The evidence.
    public let evidence: Key
    /// What it does for the proposal.
    public let role: EvidenceRole

    public init(_ fields: inout Fields) throws(FieldError) {
        evidence = try fields.key("evidence", of: .evidence, "The key of the evidence.")
        role = try fields.choice("role", EvidenceRole.self, "What it does for the proposal.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.evidence
            .append(LinkedEvidence(evidence: evidence, role: role, happening: Happening(entry)))
    }
}
