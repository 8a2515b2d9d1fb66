// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// A decision history that a person reads: what a ledger answered as of one moment, as one page of HTML.
///
/// It holds what the page needs before its first decision: the register, lists, what is sealed and what was verified.
/// The dossiers, which are most of the page, come one at a time from a ``HistorySource``; so memory grows with the lists
/// and not with what was recorded. All answers are of the same state of the ledger. The page is a rendering, not
/// evidence: it says so itself, and how the evidence is verified.
public struct DecisionHistory: Sendable {
    /// As of when, by and for whom.
    public var scope: HistoryScope
    /// What proves what the ledger holds.
    public var proof: HistoryProof
    /// The register: rows of `Decisions.List`.
    public var register: [JSONObject] = []
    /// Rows of `Decisions.ListCommitments`.
    public var commitments: [JSONObject] = []
    /// Rows of `Decisions.ListPartnerDisputes`.
    public var disagreements: [JSONObject] = []
    /// Rows of `Audit.ListAmendments`.
    public var amendments: [JSONObject] = []
    /// Claims of `Boundary.ListClaims`.
    public var claims: [JSONObject] = []
    /// Organisations of `Roles.ListOrganisations`.
    public var organisations: [JSONObject] = []
    /// Partners of `Roles.ListPartners`.
    public var partners: [JSONObject] = []
    /// Posts of `Roles.ListPosts`.
    public var posts: [JSONObject] = []
    /// Bodies of `Roles.ListBodies`.
    public var bodies: [JSONObject] = []
    /// What has to be said with the answers, each once.
    public var notes: [String] = []
    /// The sealed texts that are not shown.
    public var sealed = SealedFields()

    /// A history of which nothing is known but its proof.
    public init(scope: HistoryScope, proof: HistoryProof) {
        self.scope = scope
        self.proof = proof
    }
}

extension DecisionHistory {
    /// Writes the page: hands its bytes, HTML in UTF-8, over piece by piece in their order.
    ///
    /// A dossier is asked for when its turn has come, and forgotten when it is written. Only what the source and the
    /// output throw ends the page early.
    public func write<Source: HistorySource>(
        with template: HistoryTemplate,
        from source: Source,
        to output: ([UInt8]) throws(Source.Failure) -> Void
    ) async throws(Source.Failure) {
        let composer = HistoryComposer(self)
        try output(template.opening(composer.opening))
        for section in composer.sections {
            try output(template.beginning(of: section))
            switch section.chapter {
            case .decisions:
                for key in composer.decisionKeys {
                    let answers = try await source.decision(key)
                    try output(template.part(Dossier(answers, in: composer).part))
                }
            case .posts:
                for key in composer.postKeys {
                    try output(template.part(composer.post(try await source.post(key))))
                }
            case .bodies:
                for key in composer.bodyKeys {
                    try output(template.part(composer.body(HistoryRow(try await source.body(key)))))
                }
            case .disputes:
                for claim in composer.shownClaims { try output(template.part(composer.part(claim))) }
            case .purpose, .register, .partners, .sealed, .verification: break
            }
            try output(template.endOfSection)
        }
        try output(template.closing(composer.colophon))
    }
}
