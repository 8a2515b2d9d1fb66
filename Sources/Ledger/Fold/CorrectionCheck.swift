// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// What a correction or retraction must fulfil before history is folded again with it.
///
/// That later entries still stand with it is not enough: it must not speak for another organisation, nor change what
/// others have answered.
extension State {
    /// The types of entries that stand for ever.
    private static let uncorrectable: Set<String> = [
        LedgerCreated.typeName, PolicyChanged.typeName, WitnessPolicyChanged.typeName,
        EntryCorrected.typeName, EntryRetracted.typeName,
        HoldPlaced.typeName, HoldReleased.typeName, ErasureExecuted.typeName, ExportGenerated.typeName,
    ]

    /// The types whose content is what partners answer.
    private static let answerable: Set<String> = [
        ProposalTabled.typeName, ProposalRevised.typeName, OptionAdded.typeName, VoteOpened.typeName,
    ]

    /// Checks one correction or retraction; `overlay` has those before it, `targets` the entries that are named.
    func checkCorrection(
        _ entry: Entry,
        _ targets: [UInt64: Entry],
        _ overlay: Overlay
    ) throws(Rejection) {
        guard let position = Self.target(entry), let recorded = targets[position],
            recorded.subject == entry.subject
        else {
            throw .refused(.entry(.noSuchEntry(Self.target(entry) ?? 0)))
        }
        guard !Self.uncorrectable.contains(recorded.type) else {
            throw .refused(.entry(.uncorrectable(position, type: recorded.type)))
        }
        guard let target = overlay.standing(recorded) else {
            throw .refused(.entry(.alreadyRetracted(position)))
        }
        if target.subject.kind == .decision, decision(target.subject.key)?.wasImplemented == true {
            throw .refused(.entry(.implementationStarted(target.subject.key)))
        }
        let correction = Self.correction(entry)
        try checkVoice(of: target, correction, by: entry)
        guard let correction else { return }
        if let person = target.personConcerned, records.erasedPeople[person] != nil {
            throw .refused(.records(.identityErased(person)))
        }
        // The texts of the new content are read by whoever may read the correction.
        guard entry.classification == target.classification else {
            throw .refused(.entry(.otherClassification(position, target.classification)))
        }
        try checkWording(of: target, correction, by: entry)
        do {
            let corrected = try target.corrected(to: correction.data, by: entry.position)
            _ = try Catalogue.event(of: corrected)
        } catch { throw .refused(.entry(.contentInvalid(error))) }
    }

    /// Refuses to change what an organisation itself said, or to make it say something, on behalf of another.
    private func checkVoice(
        of target: Entry,
        _ correction: EntryCorrected?,
        by entry: Entry
    ) throws(Rejection) {
        guard let organisation = target.onBehalfOf, entry.onBehalfOf != organisation else { return }
        let isOwnDecision =
            target.subject.kind == .decision && decision(target.subject.key)?.organisation == organisation
        let named = [target.data["org"]?.text, correction?.data["org"]?.text]
        guard isOwnDecision || named.contains(organisation.text) else { return }
        throw .refused(.entry(.saidByAnother(target.position, organisation)))
    }

    /// Refuses to change the wording of what another partner has answered here itself (rule 50).
    private func checkWording(
        of target: Entry,
        _ correction: EntryCorrected,
        by entry: Entry
    ) throws(Rejection) {
        guard Self.answerable.contains(target.type), let decision = decision(target.subject.key),
            Self.wording(target.data) != Self.wording(correction.data)
        else { return }
        let answered = decision.positions.filter {
            $0.mode == .given && $0.withdrawnBy == nil && $0.position > target.position
                && $0.organisation != entry.onBehalfOf
        }
        let voted = decision.votes.flatMap(\.ballots).filter {
            $0.mode == .given && $0.happening.position > target.position && $0.content.org != entry.onBehalfOf
        }
        let organisations = Set(answered.map(\.organisation) + voted.map(\.content.org))
        guard organisations.isEmpty else {
            throw .refused(.decision(.answeredAsWorded(target.subject.key, organisations.sorted())))
        }
    }

    /// The content without when it happened and where it comes from.
    private static func wording(_ data: JSONObject) -> JSONObject {
        var wording = data
        wording["occurred"] = nil
        wording["sources"] = nil
        return wording
    }

    private static func correction(_ entry: Entry) -> EntryCorrected? {
        guard entry.type == EntryCorrected.typeName else { return nil }
        return (try? Catalogue.event(of: entry)) as? EntryCorrected
    }
}
