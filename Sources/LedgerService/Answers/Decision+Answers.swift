// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

extension DecisionRow {
    /// The status when a matter is still open and its deadline has passed; nobody records it.
    static let lapsed = "lapsed"

    /// Where it stands, in the words of the interface.
    var statusWord: String { hasLapsed ? Self.lapsed : status.rawValue }

    /// A line of the decision register.
    func json(in view: View) -> JSON {
        .members([
            "key": key.json,
            "title": title.json(in: view),
            "status": .string(statusWord),
            "certainty": truth.json,
            "when": .string(when),
            "date": date.json,
            "revision": revision.json,
            "waitingFor": .list(waitingFor) {
                ["organisation": $0.organisation.json, "reason": .string($0.gap.text)]
            },
            "age": age?.json,
            "flags": .list(flags, \.json),
            "position": position.json,
        ])
    }
}

extension DecisionDossier {
    /// All that is known of one matter.
    func json(in view: View, entries: [UInt64]) -> JSON {
        let last: [(String, JSON?)] = [
            ("links", .list(links) { $0.json(in: view) }),
            ("history", .list(decision.history, \.json)),
            ("entries", .positions(entries)),
        ]
        return .members(question(in: view) + outcome(in: view) + speech(in: view) + course(in: view) + last)
    }

    /// What was to be decided, and by whom.
    private func question(in view: View) -> [(String, JSON?)] {
        let body = decision.adoption?.body ?? decision.body
        return [
            ("row", row.json(in: view)),
            ("question", decision.question.json(in: view)),
            ("organisation", decision.organisation?.json),
            ("body", body?.json),
            ("origin", decision.origin?.json),
            ("interfaces", .list(decision.interfaces, \.json)),
            ("deadline", decision.deadline?.json),
            ("options", .list(decision.options) { $0.json(in: view, chosen: decision.chosenOption) }),
        ]
    }

    /// How it was decided, in adopting it or in urgency.
    private func outcome(in view: View) -> [(String, JSON?)] {
        let adoption = decision.adoption
        let taken = decision.urgency?.taken.content
        let noAlternatives = adoption?.noAlternatives ?? taken?.noAlternatives
        return [
            ("meeting", adoption?.meeting?.json),
            ("reason", (adoption?.reason ?? taken?.reason).json(in: view)),
            ("conflicts", (adoption?.conflicts ?? taken?.conflicts).json(in: view)),
            ("noAlternatives", noAlternatives.json(in: view)),
            ("callInUntil", adoption?.callInUntil?.json),
            ("termsVersion", adoption?.termsVersion?.json),
            ("present", .list(adoption?.quorum?.present ?? [], \.json)),
            ("effectiveFrom", adoption?.effectiveFrom?.json),
            ("reviewOn", adoption?.reviewOn?.json),
        ]
    }

    /// What partners and others said of it.
    private func speech(in view: View) -> [(String, JSON?)] {
        let dissents = decision.dissents.map { dissent in
            JSON.string("\(dissent.organisation): \(dissent.statement.words(in: view))")
        }
        return [
            ("consents", .list(consents) { $0.json(in: view) }),
            ("positions", .list(decision.stated) { $0.json(in: view) }),
            ("votes", .list(decision.votes) { $0.json(chosen: decision.chosenOption) }),
            ("dissents", .array(dissents)),
        ]
    }

    /// What became of it.
    private func course(in view: View) -> [(String, JSON?)] {
        [
            ("urgency", .list(decision.urgencyActs) { $0.json(in: view) }),
            ("callIns", .list(decision.callInActs) { $0.json(in: view) }),
            ("progress", .list(decision.progressActs) { $0.json(in: view) }),
            ("publications", .list(decision.publicationActs) { $0.json(in: view) }),
            ("reviews", .list(decision.reviews) { .string($0.words(in: view)) }),
        ]
    }
}

extension Option {
    fileprivate func json(in view: View, chosen: Int?) -> JSON {
        .members([
            "number": number.json,
            "title": title.json(in: view),
            "kind": kind?.json,
            "chosen": .bool(chosen == number),
            "withdrawn": .bool(isWithdrawn),
            "arguments": .list(arguments) { argument in
                .members([
                    "stance": argument.stance.json,
                    "text": argument.text.json(in: view),
                    "criterion": argument.criterion.json(in: view),
                    "cost": argument.cost?.json,
                    "position": argument.position.json,
                ])
            },
        ])
    }
}

extension ConsentRow {
    fileprivate func json(in view: View) -> JSON {
        .members([
            "organisation": organisation.json,
            "stance": position?.stance.json,
            "mode": position?.mode.json,
            "revision": position?.revision.json,
            "option": position?.option?.json,
            "by": position?.by?.json,
            "condition": position?.condition.json(in: view),
            "gap": gap.map { .string($0.text) },
            "when": position.map { .string($0.when.words) },
            "sources": .list(position?.sources ?? []) { .string($0.words) },
            "position": position?.position.json,
        ])
    }
}

extension WhyLink {
    /// A step of the chain of reasons.
    func json(in view: View) -> JSON {
        .members([
            "direction": direction.json,
            "depth": depth.json,
            "subject": subject.json,
            "title": title.json(in: view),
            "role": role.map { .string($0) },
        ])
    }
}

extension StatusChange {
    fileprivate var json: JSON {
        ["status": status.json, "when": .string(words), "position": position.json]
    }
}

extension Review {
    fileprivate func words(in view: View) -> String {
        findings.map { "\(outcome.rawValue): \($0.words(in: view))" } ?? outcome.rawValue
    }
}

extension Text {
    /// The text as a view shows it, within a sentence.
    fileprivate func words(in view: View) -> String { view.texts.read(self) ?? "(sealed)" }
}
