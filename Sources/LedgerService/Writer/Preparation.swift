// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import TransparencyLog

/// A call that may be recorded: what it adds, and the receipts as far as they are known before the commit.
struct Prepared: Sendable {
    /// An entry with its bytes and disclosures.
    struct Addition: Sendable {
        let entry: Entry
        let bytes: [UInt8]
        let leafHash: Digest
        let disclosures: [SealedField]
    }

    /// What becomes of each entry of the call.
    enum Fate: Sendable {
        /// It was recorded before, at this position.
        case repeated(UInt64)
        /// It is this one of the additions.
        case added(Int)
    }

    var state: State
    var additions: [Addition] = []
    var fates: [Fate] = []
    var receipts: [Receipt] = []
}

/// Turns the drafts of a call into entries, in the order of checks: authorise, id, expected stream version, rules.
struct Preparation {
    /// The caller, as the policy in force grants; nil for the daemon itself.
    let caller: Caller?
    /// By which way it comes.
    let channel: Channel
    /// Who may record for an organisation, for messages.
    let recorders: (Key) -> [String]
    /// What is recorded, on disk and earlier in the same commit.
    let history: any History
    /// The ledger's name.
    let origin: String
    /// The time of the commit.
    let now: Timestamp

    /// Prepares a call on top of a state; nothing is recorded.
    func prepare(_ drafts: [Draft], on base: State) throws(RecordFailure) -> Prepared {
        if let caller, !caller.may(channel.right) {
            throw .notPermitted(
                "\(caller.text) may not \(channel.right.text); the access policy says who may"
            )
        }
        var prepared = Prepared(state: base)
        let concernsHistory = drafts.contains(where: \.concernsHistory)
        var earlier = EarlierEntries()
        var entries: [Entry] = []
        var disclosures: [[SealedField]] = []
        var indices: [Int] = []
        for (index, draft) in drafts.enumerated() {
            try demandChannel(of: draft, index)
            let organisation = try organisation(of: draft, index)
            if let id = draft.id, earlier.position(ofID: id) != nil {
                throw .invalid(entry: index, FieldError("id", .notA("used only once in a call")))
            }
            if let id = draft.id, let existing = history.entry(id: id) {
                try compare(draft, organisation, with: existing, id, index, prepared.state, earlier)
                prepared.fates.append(.repeated(existing.position))
                earlier.append(existing.subject, at: existing.position, id: id)
                continue
            }
            let (entry, sealed) = try entry(from: draft, organisation, index, prepared.state, earlier)
            if concernsHistory {
                prepared.state.apply(entry, nil)
                entries.append(entry)
            } else {
                let accepted: Accepted
                do { accepted = try prepared.state.decide(entry) } catch { throw RecordFailure(index, error) }
                prepared.state.apply(accepted.entry, accepted.event)
                entries.append(accepted.entry)
            }
            prepared.fates.append(.added(entries.count - 1))
            earlier.append(entry.subject, at: entry.position, id: draft.id)
            disclosures.append(sealed)
            indices.append(index)
        }
        if concernsHistory, !entries.isEmpty {
            switch base.correcting(entries, history.visit) {
            case .failure(let rejected):
                throw RecordFailure(indices[rejected.index], rejected.rejection)
            case .success(let outcome):
                prepared.state = outcome.state
                entries = outcome.accepted.map(\.entry)
            }
        }
        for (place, entry) in entries.enumerated() {
            let bytes = try Self.bytes(of: entry, indices[place])
            prepared.additions.append(
                Prepared.Addition(
                    entry: entry,
                    bytes: bytes,
                    leafHash: Merkle.leafHash(bytes),
                    disclosures: disclosures[place]
                )
            )
        }
        return prepared
    }

    /// Refuses what is recorded only as the trace of something else that the daemon does.
    private func demandChannel(of draft: Draft, _ index: Int) throws(RecordFailure) {
        guard caller != nil, let type = Catalogue.type(named: draft.type) else { return }
        switch type.channel {
        // Who is not the daemon is refused by the rules of the type.
        case .recording, .daemon: return
        case .erasure, .export:
            guard type.channel != channel else { return }
            throw .refused(entry: index, .entry(.systemOnly(type: type.name)))
        }
    }

    /// The organisation for which an entry is recorded: the one it names, if the policy grants it, or the only one.
    private func organisation(of draft: Draft, _ index: Int) throws(RecordFailure) -> Key? {
        // Who erases or takes away does it for no organisation.
        guard let caller, channel == .recording else { return nil }
        if let organisation = draft.onBehalfOf {
            guard caller.organisations.contains(organisation) else {
                let others = recorders(organisation).joined(separator: " and ")
                throw .notPermitted(
                    "you may act only for \(caller.organisations.map(\.text).joined(separator: ", ")); "
                        + (others.isEmpty
                            ? "nobody may record for \(organisation)" : "for \(organisation) it is \(others)")
                )
            }
            return organisation
        }
        guard let only = caller.organisations.first, caller.organisations.count == 1 else {
            let choices = caller.organisations.map(\.text)
            throw .invalid(entry: index, FieldError("onBehalfOf", .notOneOf(choices)))
        }
        return only
    }

    /// Who records, as the entry will say.
    var recorder: Recorder { caller.map { .user(uid: $0.uid) } ?? .system }

    private func entry(
        from draft: Draft,
        _ organisation: Key?,
        _ index: Int,
        _ state: State,
        _ earlier: EarlierEntries
    ) throws(RecordFailure) -> (Entry, [SealedField]) {
        do {
            let resolved = try draft.resolved(in: state, earlier: earlier)
            try Self.checkPolicy(of: resolved)
            let version = state.version(of: resolved.subject)
            if let expected = draft.streamVersion, expected != version {
                throw RecordFailure.wrongStreamVersion(
                    entry: index,
                    subject: resolved.subject,
                    expected: expected,
                    actual: version
                )
            }
            let classification = try classification(of: draft, resolved)
            let (data, disclosures) = try sealed(resolved, draft, classification)
            var entry = try Entry(
                position: state.size,
                id: draft.id ?? EntryID.make(at: now),
                origin: origin,
                type: resolved.type.typeName,
                subject: resolved.subject,
                recorded: now,
                streamVersion: version + 1,
                recorder: recorder,
                data: data
            )
            entry.onBehalfOf = organisation
            entry.classification = classification
            entry.causation = draft.causation
            entry.correlation = draft.correlation
            return (entry, disclosures)
        } catch let failure as RecordFailure {
            throw failure
        } catch let error as FieldError {
            throw .invalid(entry: index, error)
        } catch {
            throw .invalid(entry: index, FieldError("entry", .notA("an entry")))
        }
    }

    /// Reads all of a witness policy: the rules see only whose keys it names.
    private static func checkPolicy(of resolved: ResolvedDraft) throws(FieldError) {
        guard resolved.type == WitnessPolicyChanged.self, let text = resolved.data["text"]?.text else {
            return
        }
        do throws(PolicyError) { _ = try WitnessPolicy(parsing: Array(text.utf8)) } catch {
            throw FieldError("data.text", .notA("a witness policy (C2SP tlog-policy): \(error)"))
        }
    }

    /// Seals what has to be; the new content of a correction by the type that it corrects.
    private func sealed(
        _ resolved: ResolvedDraft,
        _ draft: Draft,
        _ classification: Classification
    ) throws(FieldError) -> (JSONObject, [SealedField]) {
        var data = resolved.data
        var disclosures: [SealedField] = []
        if resolved.type == EntryCorrected.self, let content = data["data"]?.object,
            let target = target(of: resolved), let type = Catalogue.type(target.type)
        {
            let names = try SealPlan.names(
                of: content,
                fields: Catalogue.fields(of: type),
                asked: target.sealed,
                classification: target.classification
            )
            let (inner, fields) = try Sealing.seal(content, names, subject: target.subject)
            data["data"] = .object(inner)
            disclosures += fields
        }
        let names = try SealPlan.names(
            of: data,
            fields: Catalogue.fields(of: resolved.type),
            asked: draft.seal,
            classification: classification
        )
        let (outer, fields) = try Sealing.seal(data, names, subject: resolved.subject)
        return (outer, disclosures + fields)
    }

    /// Who may read an entry's text.
    ///
    /// A correction has the new text of the entry that it corrects, and so is for nobody else.
    func classification(of draft: Draft, _ resolved: ResolvedDraft) throws(FieldError) -> Classification {
        guard resolved.type == EntryCorrected.self, let target = target(of: resolved),
            target.classification != .venture
        else { return draft.classification }
        guard draft.classification == .venture || draft.classification == target.classification else {
            throw FieldError("classification", .notOneOf([target.classification.description]))
        }
        return target.classification
    }

    /// The recorded entry that a correction names.
    private func target(of correction: ResolvedDraft) -> Entry? {
        correction.data["entry"]?.integer.flatMap { UInt64(exactly: $0) }.flatMap(history.entry(at:))
    }

    private static func bytes(of entry: Entry, _ index: Int) throws(RecordFailure) -> [UInt8] {
        let bytes: [UInt8]
        do { bytes = try entry.canonicalBytes() } catch {
            throw .invalid(entry: index, FieldError("data", .notA("free of integers beyond 2^53-1")))
        }
        guard bytes.count <= Entry.byteLimit else {
            throw .invalid(entry: index, FieldError("entry", .tooLong(limit: Entry.byteLimit)))
        }
        return bytes
    }
}

extension Draft {
    /// Whether it corrects or retracts, so that history has to be folded again.
    var concernsHistory: Bool { Catalogue.type(named: type).map { $0.isOnAnyStream } ?? false }
}
