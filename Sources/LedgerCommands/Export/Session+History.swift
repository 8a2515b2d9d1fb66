// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
import LedgerExport
import TransparencyLog

/// What a decision history that was written has.
public struct HistoryTally: Hashable, Sendable {
    /// How many decisions.
    public let decisions: Int
    /// How many of the register it leaves out.
    public let leftOut: Int
    /// The size of the checkpoint that it names.
    public let size: UInt64
    /// What the ledger has to say with its answers.
    public let notes: [String]
}

extension Session {
    /// Writes the decision history that a person reads, a page of HTML, to an output, piece by piece.
    ///
    /// All entries are read and hashed first, up to the checkpoint of the given size or the latest: the page says of
    /// which root it is. Then every question is asked of the same entries, the dossiers one at a time. Without decisions
    /// it is of all of them, with posts, partners and bodies. Whoever makes an archive of an export carries the page so.
    public func decisionHistory(
        _ asOf: AsOfSettings = AsOfSettings(),
        decisions: [String] = [],
        size: UInt64? = nil,
        _ output: ([UInt8]) throws(Complaint) -> Void
    ) async throws(Complaint) -> HistoryTally {
        let template: HistoryTemplate
        do { template = try HistoryTemplate() } catch {
            throw Complaint(.failed, "\(error)", name: "jvctl.Export")
        }
        let evidence = try await historyEvidence(asOf.knownAt, size)
        var pinned = asOf
        pinned.knownAt = asOf.knownAt ?? "checkpoint:\(evidence.proof.checkpoint.checkpoint.size)"
        let whoAmI = try await call("io.jvledger.Ledger.WhoAmI")
        var scope = HistoryScope(
            size: evidence.held,
            made: UInt64(max(0, time(nil))),
            roles: (whoAmI["roles"]?.array ?? []).compactMap(\.text)
        )
        scope.validAt = asOf.validAt
        scope.knownAt = asOf.knownAt
        scope.sourcedBy = asOf.sourcedBy
        scope.decisions = decisions
        var history = DecisionHistory(scope: scope, proof: evidence.proof)
        history.sealed = evidence.sealed
        try await readLists(&history, pinned)
        let held = Set(history.register.compactMap { $0["key"]?.text })
        if let absent = decisions.first(where: { !held.contains($0) }) {
            throw Complaint(
                .refused,
                "there is no decision \(absent) as of then",
                next: ["jvctl decision list"],
                name: "jvctl.Export"
            )
        }
        let source = AnsweredHistory(session: self, asOf: pinned)
        try await history.write(with: template, from: source, to: output)
        showProgress("")
        let written = decisions.isEmpty ? held.count : Set(decisions).count
        return HistoryTally(
            decisions: written,
            leftOut: held.count - written,
            size: evidence.proof.checkpoint.checkpoint.size,
            notes: history.notes
        )
    }

    /// Asks for the lists that the page needs before its first dossier.
    private func readLists(_ history: inout DecisionHistory, _ asOf: AsOfSettings) async throws(Complaint) {
        let lists: [(WritableKeyPath<DecisionHistory, [JSONObject]>, String, String, JSON?)] = [
            (\.register, "Decisions.List", "decisions", nil),
            (\.commitments, "Decisions.ListCommitments", "rows", true),
            (\.disagreements, "Decisions.ListPartnerDisputes", "rows", true),
            (\.amendments, "Audit.ListAmendments", "rows", nil),
            (\.claims, "Boundary.ListClaims", "claims", nil),
            (\.organisations, "Roles.ListOrganisations", "organisations", nil),
            (\.partners, "Roles.ListPartners", "partners", true),
            (\.posts, "Roles.ListPosts", "posts", true),
            (\.bodies, "Roles.ListBodies", "bodies", true),
        ]
        for (path, method, list, all) in lists {
            let reply = try await ask("io.jvledger.\(method)", ["all": all], asOf)
            history[keyPath: path] = reply.objects(list)
            if let note = reply["note"]?.text, !history.notes.contains(note) { history.notes.append(note) }
        }
    }

    /// Writes the decision history as a file.
    func exportHistory(_ export: FormattedExport) async throws(Complaint) {
        let output = try ExportOutput(export.path, replaces: export.replaces)
        let tally = try await decisionHistory(
            export.asOf,
            decisions: export.decision.map { [$0] } ?? []
        ) { bytes throws(Complaint) in try output.write(bytes) }
        try output.keep()
        let count = tally.decisions == 1 ? "1 decision" : "\(tally.decisions) decisions"
        let left = tally.leftOut == 0 ? "" : "; \(tally.leftOut) left out by what was asked for"
        try say(
            export,
            [
                "decisions": .number(tally.decisions), "leftOut": .number(tally.leftOut),
                "size": .integer(Int64(tally.size)), "notes": .texts(tally.notes),
            ],
            ["\(count)\(left)"] + tally.notes.map(DisplayText.line)
                + ["A page to read proves nothing; what does: jvctl export --pack FILE"]
        )
    }
}

/// The dossiers of a history, as the daemon answers them.
private struct AnsweredHistory: HistorySource {
    let session: Session
    let asOf: AsOfSettings

    func decision(_ key: String) async throws(Complaint) -> DecisionAnswers {
        session.showProgress("Exporting \(key)")
        let reply = try await session.ask("io.jvledger.Decisions.Get", ["key": .string(key)], asOf)
        guard let dossier = reply["decision"]?.object else { throw .unexpectedReply("decision") }
        let authority = try await session.ask(
            "io.jvledger.Audit.GetAuthority",
            ["decision": .string(key)],
            asOf
        )
        let conflicts = try await session.ask(
            "io.jvledger.Audit.ListConflicts",
            ["decision": .string(key)],
            asOf
        )
        return DecisionAnswers(
            dossier: dossier,
            authority: authority.objects("rows"),
            conflicts: conflicts.objects("rows")
        )
    }

    func post(_ key: String) async throws(Complaint) -> PostAnswers {
        let reply = try await session.ask("io.jvledger.Roles.GetPost", ["key": .string(key)], asOf)
        guard let dossier = reply["post"]?.object else { throw .unexpectedReply("post") }
        let biography = try await session.ask(
            "io.jvledger.Roles.GetBiography",
            ["key": .string(key)],
            asOf
        )
        return PostAnswers(dossier: dossier, events: biography.objects("events"))
    }

    func body(_ key: String) async throws(Complaint) -> JSONObject {
        let reply = try await session.ask("io.jvledger.Roles.GetBody", ["key": .string(key)], asOf)
        guard let dossier = reply["body"]?.object else { throw .unexpectedReply("body") }
        return dossier
    }
}
