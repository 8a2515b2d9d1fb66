// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Where the dossiers of a decision history come from, one at a time.
public protocol HistorySource {
    /// Why a dossier cannot be had, or the page cannot be written.
    associatedtype Failure: Error

    /// All that is known of a decision.
    func decision(_ key: String) async throws(Failure) -> DecisionAnswers
    /// All that is known of a post.
    func post(_ key: String) async throws(Failure) -> PostAnswers
    /// The dossier of `Roles.GetBody`.
    func body(_ key: String) async throws(Failure) -> JSONObject
}

/// What a ledger answered about one decision.
public struct DecisionAnswers: Sendable {
    /// The dossier of `Decisions.Get`.
    public let dossier: JSONObject
    /// Rows of `Audit.GetAuthority`.
    public let authority: [JSONObject]
    /// Rows of `Audit.ListConflicts`.
    public let conflicts: [JSONObject]

    /// Brings together what was answered.
    public init(dossier: JSONObject, authority: [JSONObject] = [], conflicts: [JSONObject] = []) {
        self.dossier = dossier
        self.authority = authority
        self.conflicts = conflicts
    }
}

/// What a ledger answered about one post.
public struct PostAnswers: Sendable {
    /// The dossier of `Roles.GetPost`.
    public let dossier: JSONObject
    /// The events of `Roles.GetBiography`.
    public let events: [JSONObject]

    /// Brings together what was answered.
    public init(dossier: JSONObject, events: [JSONObject] = []) {
        self.dossier = dossier
        self.events = events
    }
}
