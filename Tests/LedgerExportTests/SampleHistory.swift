// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing
import TransparencyLog

/// A ledger's answers in memory, in which one text stands wherever people write texts.
struct SampleHistory: HistorySource {
    /// Why the page was not written.
    struct Stop: Error, Equatable {}

    static let decisions = ["D-0001", "D-0002", "D-0003"]

    /// The text.
    let text: String
    /// What is told each time that a dossier is asked for.
    var asked: @Sendable (String) -> Void = { _ in }

    private var json: JSON { .string(text) }

    func decision(_ key: String) async throws(Stop) -> DecisionAnswers {
        asked(key)
        let said: JSON = [
            "organisation": "provide", "what": "support", "text": json, "when": "2019", "position": 5,
        ]
        let dossier: JSON = [
            "row": row(key), "question": json, "reason": json, "noAlternatives": json, "conflicts": json,
            "body": "board", "origin": json, "entries": [3, 5], "present": [json], "interfaces": [json],
            "options": [
                [
                    "number": 1, "title": json, "kind": json, "chosen": true,
                    "arguments": [["stance": "for", "text": json, "criterion": json, "position": 5]],
                ]
            ],
            "consents": [
                [
                    "organisation": "provide", "stance": "consents", "mode": "reported", "condition": json,
                    "when": "Aug/Sep 2019", "by": json, "gap": json, "sources": [json], "position": 5,
                ], ["organisation": "essex-county-council"],
            ],
            "votes": [["body": "board", "rule": json, "inFavour": 2, "position": 5]],
            "positions": [said], "urgency": [said], "progress": [said],
            "dissents": [.string("provide: " + text)],
            "reviews": [.string("confirmed: " + text)],
            "links": [
                ["direction": "ledTo", "subject": .string("decision/D-0002"), "title": json],
                ["direction": "restsOn", "subject": .string("finding/" + text), "title": json],
            ],
            "history": [["status": "tabled", "when": json, "position": 3]],
        ]
        let authority: JSON = [
            "entries": [5], "person": ["key": "P-0001", "label": json], "restsOn": [json], "findings": [json],
        ]
        let conflict: JSON = ["person": ["key": "P-0001", "name": json], "handling": json, "interest": json]
        return DecisionAnswers(
            dossier: dossier.object ?? JSONObject(),
            authority: [authority].compactMap(\.object),
            conflicts: [conflict].compactMap(\.object)
        )
    }

    func post(_ key: String) async throws(Stop) -> PostAnswers {
        asked(key)
        let dossier: JSON = [
            "row": post(key), "existence": json, "sharing": json, "host": party, "abolishedBy": 5,
            "abolishedBecause": json, "entries": [3],
        ]
        let event: JSON = [
            "event": "defined", "title": json, "when": json, "person": "P-0001", "label": json,
        ]
        return PostAnswers(dossier: dossier.object ?? JSONObject(), events: [event].compactMap(\.object))
    }

    func body(_ key: String) async throws(Stop) -> JSONObject {
        asked(key)
        let body: JSON = [
            "row": ["key": .string(key), "title": json, "kind": json],
            "seats": [["key": "seat", "title": json, "organisation": party, "seatClass": json]],
            "meetings": [["key": "M-0001", "title": json, "when": json]],
        ]
        return body.object ?? JSONObject()
    }

    /// The history, whose proof is a checkpoint that witnesses cosigned.
    func history(of decisions: [String] = [], cosignedBy witnesses: [SignerKey] = []) throws
        -> DecisionHistory
    {
        let export = try SampleExport(count: 6)
        var note = try SignedNote(parsing: export.checkpoint)
        let checkpoint = try VerifiedCheckpoint(opening: note, logs: [export.key]).checkpoint
        for witness in witnesses {
            let cosignature = try Cosignature(signing: checkpoint, at: 1_795_251_900, with: witness)
            note = try note.adding([cosignature.signature])
        }
        let keys = witnesses.map(\.verifierKey)
        let proof = HistoryProof(
            checkpoint: try VerifiedCheckpoint(opening: note, logs: [export.key], witnesses: keys),
            note: String(decoding: note.bytes, as: UTF8.self),
            witnesses: keys.map { HistoryProof.Witness(key: $0, organisation: "provide", isRevoked: false) }
        )
        var scope = HistoryScope(size: 6, made: 1_795_251_900, roles: ["reader"])
        scope.decisions = decisions
        scope.validAt = text
        scope.knownAt = text
        scope.sourcedBy = text
        var history = DecisionHistory(scope: scope, proof: proof)
        history.register = rows(Self.decisions.map { row($0) })
        history.commitments = rows([
            ["key": "CM-0001", "title": json, "decision": "D-0001", "due": json, "overdue": "yes"]
        ])
        history.disagreements = rows([
            ["key": "DI-0001", "title": json, "about": "decision/D-0001", "stage": json, "note": json]
        ])
        history.amendments = rows([
            ["position": 5, "corrects": 3, "kind": json, "subject": "decision/D-0001", "why": json]
        ])
        history.claims = rows([
            [
                "key": "C-0001", "question": json, "settled": true, "reason": json,
                "sides": [["subject": "decision/D-0001", "type": json, "title": json, "sources": [json]]],
            ]
        ])
        history.organisations = rows([["key": "provide", "name": json]])
        history.partners = rows([["organisation": party, "standing": json, "right": json, "status": json]])
        history.posts = rows([post("lead"), post("lead-2")])
        history.bodies = rows([["key": "board"]])
        history.notes = [text]
        return history
    }

    /// The page.
    func page(_ history: DecisionHistory) async throws -> String {
        var page: [UInt8] = []
        try await history.write(with: HistoryTemplate(), from: self) { bytes throws(Stop) in page += bytes }
        return String(decoding: page, as: UTF8.self)
    }

    private var party: JSON { ["key": "provide", "name": json] }

    private func post(_ key: String) -> JSON {
        [
            "key": .string(key), "title": json, "span": ["when": json],
            "holders": [["person": "P-0001", "label": json, "capacities": [["capacity": json]]]],
        ]
    }

    private func row(_ key: String) -> JSON {
        [
            "key": .string(key), "title": json, "status": "adopted", "certainty": "yes",
            "when": "2019-08/2019-09",
            "flags": [json], "position": 3,
            "waitingFor": [["organisation": "essex-county-council", "reason": json]],
        ]
    }

    private func rows(_ rows: [JSON]) -> [JSONObject] { rows.compactMap(\.object) }
}
