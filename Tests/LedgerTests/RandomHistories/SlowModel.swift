// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import HashTreeCollections

@testable import Ledger

/// What follows from a list of entries, worked out from their JSON by looking through all of them for every question.
///
/// It shares no code with the fold: it reads types and members by name.
struct SlowModel {
    let entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries }

    func name(_ entry: Entry) -> String {
        let words = entry.type.split(separator: ".").dropFirst(2)
        return words.dropLast().joined(separator: ".")
    }

    private func stream(_ subject: Subject) -> [Entry] { entries.filter { $0.subject == subject } }

    /// In what the state differs from the model, in words; nothing if they agree.
    func differences(from state: State) -> [String] {
        var found: [String] = []
        func expect<Value: Equatable>(_ what: String, _ model: Value, _ state: Value) {
            if model != state { found.append("\(what): model \(model), state \(state)") }
        }
        expect("size", UInt64(entries.count), state.size)
        for subject in Set(entries.map(\.subject)) {
            expect("version of \(subject)", stream(subject).count, state.version(of: subject))
        }
        for (key, decision) in state.decisions.all {
            let subject = Subject(.decision, key)
            expect("status of \(key)", decisionStatus(subject), decision.status.rawValue)
            expect("revision of \(key)", 1 + count("proposal.revised", subject), decision.revision)
            expect("options of \(key)", openOptions(subject), decision.openOptions.map(\.number))
            for partner in Set(decision.positions.map(\.organisation)) {
                expect(
                    "\(partner) on \(key)",
                    standing(of: partner.text, on: subject, decision.revision),
                    decision.standing(of: partner)?.stance.rawValue
                )
            }
        }
        for (key, barrier) in state.activity.barriers {
            expect(
                "barrier \(key)",
                count("barrier.removed", Subject(.barrier, key)) > 0,
                barrier.removed != nil
            )
        }
        for (key, initiative) in state.governance.initiatives {
            expect("initiative \(key)", initiativeStatus(key), initiative.changes.last?.status.rawValue)
        }
        for (key, lesson) in state.learning.lessons {
            expect("lesson \(key)", lessonStatus(key), lesson.status.rawValue)
        }
        for (key, practice) in state.learning.practices {
            let words = ["submitted", "returned", "validated", "published", "retired"]
            let status = last("practice.", of: Subject(.practice, key), among: words)
            expect("practice \(key)", status, practice.status.rawValue)
        }
        return found + recordsDifferences(from: state)
    }

    /// The furthest that a lesson came, unless it ended: what is shared again after it was acted upon does not fall back.
    private func lessonStatus(_ key: Key) -> String? {
        let stages = ["identified", "validated", "shared", "actioned", "embedded", "rejected", "retired"]
        let types = Set(stream(Subject(.lesson, key)).map(name))
        return stages.last { types.contains("lesson.\($0)") }
    }

    /// The last word of the last type with a prefix, where types are named after the status that they bring about.
    private func last(_ prefix: String, of subject: Subject, among words: [String]) -> String? {
        stream(subject).map(name).filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count)) }
            .last { words.contains($0) }
    }

    private func count(_ type: String, _ subject: Subject) -> Int {
        stream(subject).count { name($0) == type }
    }

    private func decisionStatus(_ subject: Subject) -> String? {
        var isUnderWay = false
        return stream(subject).compactMap { entry -> String? in
            if name(entry) == "implementation.started" { isUnderWay = true }
            return switch name(entry) {
            case "proposal.tabled": "tabled"
            case "proposal.withdrawn": "withdrawn"
            case "decision.adopted": "adopted"
            case "decision.rejected": "rejected"
            case "decision.deferred": "deferred"
            case "decision.superseded": "superseded"
            case "decision.rescinded": "rescinded"
            case "decision.urgent.taken": "urgent"
            // What was begun in urgency is not less begun once it is ratified.
            case "decision.ratified": isUnderWay ? String?.none : "adopted"
            case "decision.ratification.refused": "setAside"
            case "decision.calledIn": "calledIn"
            case "callIn.resolved": entry.data["outcome"] == "confirmed" ? "adopted" : "setAside"
            case "implementation.started": "implementing"
            case "implementation.completed": "implemented"
            case "implementation.abandoned": "abandoned"
            default: nil
            }
        }.last
    }

    private func openOptions(_ subject: Subject) -> [Int] {
        let withdrawn = stream(subject).filter { name($0) == "option.withdrawn" }.compactMap {
            $0.data["option"]?.integer
        }
        return stream(subject).filter { name($0) == "option.added" }
            .compactMap { $0.data["option"]?.integer }
            .filter { !withdrawn.contains($0) }
            .map(Int.init)
    }

    private func standing(of partner: String, on subject: Subject, _ revision: Int) -> String? {
        let said = stream(subject).filter { entry in
            ["consent.given", "consent.refused", "consent.withdrawn"].contains(name(entry))
                && entry.data["org"]?.text == partner
        }
        guard let last = said.last else { return nil }
        switch name(last) {
        case "consent.withdrawn": return nil
        case "consent.given": return last.data["revision"]?.integer == Int64(revision) ? "consents" : nil
        default: return last.data["revision"]?.integer == Int64(revision) ? "refuses" : nil
        }
    }

    private func initiativeStatus(_ key: Key) -> String? {
        let words = [
            "initiative.started": "running", "initiative.suspended": "suspended",
            "initiative.resumed": "running", "initiative.ended": "ended",
        ]
        return stream(Subject(.initiative, key)).compactMap { words[name($0)] }.last
    }
}
