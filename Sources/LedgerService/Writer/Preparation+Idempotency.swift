// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

extension Preparation {
    /// Refuses an id that was used for other content or by another user.
    ///
    /// Compared are type, subject, date, content, sources, organisation, classification, causation and correlation.
    /// Sealed fields are opened for it; one that was erased is not compared.
    func compare(
        _ draft: Draft,
        _ organisation: Key?,
        with existing: Entry,
        _ id: String,
        _ index: Int,
        _ state: State,
        _ earlier: EarlierEntries
    ) throws(RecordFailure) {
        let isSameUser = existing.recorder == recorder
        guard isSameUser, isSame(draft, organisation, existing, state, earlier) else {
            throw .idConflict(entry: index, id: id, position: existing.position, sameUser: isSameUser)
        }
    }

    private func isSame(
        _ draft: Draft,
        _ organisation: Key?,
        _ existing: Entry,
        _ state: State,
        _ earlier: EarlierEntries
    ) -> Bool {
        guard let resolved = try? draft.resolved(in: state, earlier: earlier),
            let classification = try? classification(of: draft, resolved)
        else { return false }
        let isKeyGiven = draft.subject.hasSuffix("/") && resolved.subject.kind == existing.subject.kind
        guard resolved.type.typeName == existing.type, isKeyGiven || resolved.subject == existing.subject,
            organisation == existing.onBehalfOf, classification == existing.classification,
            draft.causation == existing.causation, draft.correlation == existing.correlation
        else { return false }
        let disclosures = history.disclosures(at: existing.position)
        var (recorded, given) = Self.opened(existing.data, resolved.data, disclosures)
        if let inner = recorded["data"]?.object, let content = given["data"]?.object {
            let (recordedInner, givenInner) = Self.opened(inner, content, disclosures)
            recorded["data"] = .object(recordedInner)
            given["data"] = .object(givenInner)
        }
        return recorded == given
    }

    /// Recorded and given content side by side, with what was sealed put back, and what was erased left out of both.
    private static func opened(
        _ recorded: JSONObject,
        _ given: JSONObject,
        _ disclosures: [String: String]
    ) -> (recorded: JSONObject, given: JSONObject) {
        let (open, erased) = Sealing.unseal(recorded, disclosures: disclosures)
        var comparable = given
        for name in erased { comparable[name] = nil }
        return (open, comparable)
    }
}

/// What has been recorded, as far as preparing a call needs it.
protocol History {
    /// The entry with an id.
    func entry(id: String) -> Entry?
    /// The entry at a position.
    func entry(at position: UInt64) -> Entry?
    /// The disclosures of an entry, by field.
    func disclosures(at position: UInt64) -> [String: String]
    /// Walks through all entries from the first.
    func visit(_ body: (Entry) -> Void)
}
