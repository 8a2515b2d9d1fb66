// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

extension Body {
    /// A line of the list of bodies.
    func json(_ key: Key, in view: View) -> JSON {
        .members([
            "key": key.json,
            "title": title.json(in: view),
            "kind": kind.json,
            "parent": parent?.json,
            "exists": validity.holds(at: view.instant).json,
            "span": validity.json,
        ])
    }

    /// All that is known of a body.
    func dossier(_ key: Key, in view: View, entries: [UInt64]) -> JSON {
        let state = view.state
        let current = state.terms(of: key, at: view.instant)?.version
        let versions = terms.periods.indices.map { termsJSON(at: $0, in: view) }
        let index = terms.periods.firstIndex { $0.value.version == current }
        let lines = state.roster(validAt: view.instant).filter { $0.body == key }
        let parts = state.governance.bodies.keys.sorted().filter { state.body($0)?.parent == key }
        return .members([
            "row": json(key, in: view),
            "terms": index.map { versions[$0] },
            "versions": .array(versions),
            "seats": .array(
                seats.compactMap { seat in
                    state.seat(seat)?.json(
                        seat,
                        line: lines.first { $0.role == Subject(.seat, seat) },
                        in: view
                    )
                }
            ),
            "chairs": .list(state.chairs(of: key, at: view.instant)) { $0.json(in: view) },
            "parts": .keys(parts),
            "meetings": .list(state.meetings(of: key, validAt: view.instant)) { $0.json(in: view) },
            "entries": .positions(entries),
        ])
    }

    /// A version of the terms; it ends when the next begins, or with the body.
    private func termsJSON(at index: Int, in view: View) -> JSON {
        let period = terms.periods[index]
        let next = index + 1 < terms.periods.count ? terms.periods[index + 1].validity.from : nil
        let span = Validity(from: period.validity.from, to: period.validity.to ?? next ?? validity.to)
        return .members([
            "version": period.value.version.json,
            "decisionRule": period.value.decisionRule?.json,
            "quorum": .list(period.value.quorum) { $0.json(in: view) },
            "acceptsReportedConsents": .bool(period.value.acceptsReportedConsents),
            "chairsFromDifferentPartners": .bool(period.value.chairsFromDifferentPartners),
            "papersDays": period.value.papersDays?.json,
            "excludesConflicted": .bool(period.value.excludesConflicted),
            "inForce": span.holds(at: view.instant).json,
            "span": span.json,
            "position": period.position.json,
        ])
    }
}

extension Seat {
    /// A seat with who holds it; without a line in the roster it certainly does not exist.
    fileprivate func json(_ key: Key, line: RosterLine?, in view: View) -> JSON {
        .members([
            "key": key.json,
            "title": title.json(in: view),
            "organisation": view.party(organisation),
            "seatClass": seatClass.json,
            "voting": .bool(isVoting),
            "exists": (line?.existence ?? .no).json,
            "span": validity.json,
            "holders": .list(line?.holders ?? []) { $0.json(in: view) },
            "vacant": (line?.vacancy ?? .no).json,
        ])
    }
}

extension QuorumPart {
    /// A part of a quorum, or what is missing of it.
    func json(in view: View) -> JSON {
        .members([
            "organisation": view.party(organisation),
            "seatClass": seatClass?.json,
            "count": count.json,
        ])
    }

    /// The part in words, such as `1 clinician of Provide` or `2 voting seats of Provide`.
    func words(in view: View) -> String {
        let noun = seatClass?.rawValue ?? "voting seat"
        return "\(count) \(noun)\(count == 1 ? "" : "s") of \(view.words(for: organisation))"
    }
}

extension Quorum? {
    /// Whether there is a quorum: yes, no or unknown.
    var word: String {
        guard let self, self.known else { return "unknown" }
        return self.isQuorate ? "yes" : "no"
    }

    /// The same in a sentence, with what is missing.
    func words(in view: View) -> String {
        guard let self else { return "No attendance is recorded." }
        guard self.known else { return "The terms state no quorum." }
        guard !self.isQuorate else { return "Quorate." }
        return "Not quorate: missing \(self.missing.map { $0.words(in: view) }.joined(separator: ", "))."
    }
}

extension MeetingView {
    fileprivate func json(in view: View) -> JSON {
        .members([
            "key": key.json,
            "title": title.json(in: view),
            "when": date.map { .string($0.words) },
            "date": date?.json,
            "quorate": .string(quorum.word),
            "minuted": .bool(!minutes.isEmpty),
            "approved": .bool(minutes.contains(where: \.isApproved)),
        ])
    }
}

extension Answer<Chair> {
    /// Who chairs a body.
    fileprivate func json(in view: View) -> JSON {
        .members([
            "office": value.office.json,
            "holder": value.holder.json,
            "organisations": view.parties(
                view.state.organisations(ofChair: value.holder, at: view.instant).sorted()
            ),
            "certainty": truth.json,
            "span": value.validity.json,
            "position": position.json,
        ])
    }
}
