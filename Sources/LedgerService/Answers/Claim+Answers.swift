// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

extension Claim {
    /// A dispute with the accounts in it, which `sides` are in the order of `entries`.
    func json(_ key: Key, sides: [StandingEntry], in view: View, entries positions: [UInt64]) -> JSON {
        .members([
            "key": key.json,
            "question": question.json(in: view),
            "settled": .bool(stands != nil),
            "reason": reason.json(in: view),
            "sides": .list(sides) { side($0, in: view) },
            "entries": .positions(positions),
        ])
    }

    private func side(_ side: StandingEntry, in view: View) -> JSON {
        let entry = side.entry
        let event = try? Catalogue.event(of: entry)
        let title = (event as? any JourneyEvent)?.journeyTitle ?? view.state.title(of: entry.subject)
        let happening = entry.occurred?.date ?? EDTF.instant(entry.recorded)
        return .members([
            "position": entry.position.json,
            "subject": entry.subject.json,
            "type": .string(event.map { type(of: $0).name } ?? entry.type),
            "title": title.json(in: view),
            "when": .string(entry.whenText),
            "date": happening.json,
            "sources": .list(entry.sources) { .string($0.words) },
            "retracted": .bool(side.isRetracted),
            "stands": stands.map { .bool($0 == entry.position) },
        ])
    }
}
