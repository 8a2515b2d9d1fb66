// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// A decision history that a person reads: what a ledger answered at one moment, made into one page of HTML.
///
/// It is made of answers of `io.jvledger.Decisions`, `Roles`, `Boundary` and `Audit`, all asked as of the same state
/// of the ledger. The page is a rendering, not evidence: it says so itself, and how the evidence is verified.
public struct DecisionHistory: Sendable {
    /// The most decisions of one page.
    public static let decisionLimit = 1_000
    /// The most bytes of one page: 64 MiB.
    public static let byteLimit = 1 << 26

    /// As of when, by and for whom the page is made.
    public struct Scope: Hashable, Sendable {
        /// The date for which the state of the world was asked; nil for now.
        public var validAt: String?
        /// The date, `@POSITION` or `checkpoint:SIZE` up to which the ledger was asked; nil for all of it.
        public var knownAt: String?
        /// The decisions that were asked for; empty for all, with posts, partners and bodies.
        public var decisions: [String]
        /// When the page was made, in seconds since 1970-01-01T00:00:00Z.
        public var made: UInt64
        /// The roles in which the ledger was read.
        public var roles: [String]

        /// Says as of when, by and for whom.
        public init(
            validAt: String? = nil,
            knownAt: String? = nil,
            decisions: [String] = [],
            made: UInt64,
            roles: [String]
        ) {
            self.validAt = validAt
            self.knownAt = knownAt
            self.decisions = decisions
            self.made = made
            self.roles = roles
        }

        /// Whether only some decisions were asked for.
        var isPart: Bool { !decisions.isEmpty }
        /// Whether the reader sees who the people are.
        var mayNamePeople: Bool { roles.contains { ["recorder", "auditor"].contains($0) } }
    }

    /// As of when, by and for whom.
    public var scope: Scope
    /// What proves what the ledger holds.
    public var proof: HistoryProof
    /// What the venture is called; nil if that is not recorded or not shown.
    public var ventureName: String?
    /// The register: rows of `Decisions.List`.
    public var register: [JSONObject] = []
    /// The dossiers of `Decisions.Get` of the decisions on the page.
    public var dossiers: [JSONObject] = []
    /// Rows of `Decisions.ListCommitments`.
    public var commitments: [JSONObject] = []
    /// Rows of `Decisions.ListPartnerDisputes`.
    public var disagreements: [JSONObject] = []
    /// Rows of `Audit.GetAuthority`.
    public var authority: [JSONObject] = []
    /// Rows of `Audit.ListConflicts`.
    public var conflicts: [JSONObject] = []
    /// Rows of `Audit.ListAmendments`.
    public var amendments: [JSONObject] = []
    /// Claims of `Boundary.ListClaims`.
    public var claims: [JSONObject] = []
    /// Organisations of `Roles.ListOrganisations`.
    public var organisations: [JSONObject] = []
    /// Partners of `Roles.ListPartners`.
    public var partners: [JSONObject] = []
    /// Dossiers of `Roles.GetPost`.
    public var posts: [JSONObject] = []
    /// The events of `Roles.GetBiography`, by post.
    public var biographies: [String: [JSONObject]] = [:]
    /// Dossiers of `Roles.GetBody`.
    public var bodies: [JSONObject] = []
    /// What has to be said with the answers, each once.
    public var notes: [String] = []
    /// The sealed texts that are not shown.
    public var sealed = SealedFields()

    /// A history of which nothing is known but its proof.
    public init(scope: Scope, proof: HistoryProof) {
        self.scope = scope
        self.proof = proof
    }

    /// The bytes of the page, HTML in UTF-8.
    ///
    /// - Throws: ``HistoryFailure/tooManyDecisions(_:)`` and ``HistoryFailure/tooLong(bytes:)``.
    public func html() throws(HistoryFailure) -> [UInt8] {
        guard dossiers.count <= Self.decisionLimit else { throw .tooManyDecisions(dossiers.count) }
        let bytes = try HistoryTemplate().render(HistoryComposer(self).page)
        guard bytes.count <= Self.byteLimit else { throw .tooLong(bytes: bytes.count) }
        return bytes
    }
}
