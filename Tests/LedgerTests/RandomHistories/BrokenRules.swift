// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import HashTreeCollections

@testable import Ledger

/// Looks through what was accepted for entries that break a rule, without the code that checks rules.
enum BrokenRules {
    /// The rules that are broken, each with where, by number.
    static func found(in history: History) -> [String] {
        boundary(history.entries) + decisions(history.entries) + funding(history.entries)
            + records(history.entries) + posts(history.state)
    }

    private static func name(_ entry: Entry) -> String {
        entry.type.split(separator: ".").dropFirst(2).dropLast().joined(separator: ".")
    }

    private static func boundary(_ entries: [Entry]) -> [String] {
        var found: [String] = []
        for entry in entries {
            let data = entry.data
            switch name(entry) {
            case "boundary.action.recorded" where data["fromOrganisation"] == data["toOrganisation"]:
                found.append("73 at \(entry.position)")
            case "advice.requested" where data["seeker"] == data["source"]:
                found.append("74 at \(entry.position)")
            case "boundary.outcome.recorded":
                let began = entries.contains {
                    $0.subject == entry.subject && $0.position < entry.position
                        && name($0) == "boundary.action.recorded"
                }
                if !began { found.append("78 at \(entry.position)") }
            default: break
            }
        }
        return found
    }

    private static func decisions(_ entries: [Entry]) -> [String] {
        var found: [String] = []
        for adopted in entries where name(adopted) == "decision.adopted" {
            let earlier = entries.filter { $0.subject == adopted.subject && $0.position < adopted.position }
            if adopted.data["reason"] == nil, !adopted.sealed.contains("reason") {
                found.append("56 at \(adopted.position)")
            }
            if let option = adopted.data["option"]?.integer {
                let added = earlier.contains {
                    name($0) == "option.added" && $0.data["option"]?.integer == option
                }
                let withdrawn = earlier.contains {
                    name($0) == "option.withdrawn" && $0.data["option"]?.integer == option
                }
                if !added || withdrawn { found.append("54 at \(adopted.position)") }
            }
            if earlier.contains(where: { ["decision.adopted", "proposal.withdrawn"].contains(name($0)) }) {
                found.append("47 at \(adopted.position)")
            }
        }
        for started in entries where name(started) == "implementation.started" {
            let fell = entries.contains {
                $0.subject == started.subject && $0.position < started.position
                    && ["decision.superseded", "decision.rescinded"].contains(name($0))
            }
            if fell { found.append("61 at \(started.position)") }
        }
        return found
    }

    /// Nobody is erased of whom the last word is a hold.
    private static func records(_ entries: [Entry]) -> [String] {
        entries.filter { name($0) == "erasure.executed" }.compactMap { erased in
            let last = entries.last {
                $0.subject == erased.subject && $0.position < erased.position
                    && ["hold.placed", "hold.released"].contains(name($0))
            }
            return last.map(name) == "hold.placed" ? "12 at \(erased.position)" : nil
        }
    }

    private static func funding(_ entries: [Entry]) -> [String] {
        entries.filter { ["funding.agreed", "funding.varied"].contains(name($0)) }.compactMap { entry in
            let shares = (entry.data["shares"]?.array ?? []).compactMap { $0.object?["basisPoints"]?.integer }
            return shares.reduce(0, +) == 10_000 ? nil : "29 at \(entry.position)"
        }
    }

    /// At instants of all kinds, a single post has at most one certain substantive holder.
    private static func posts(_ state: State) -> [String] {
        let instants = ["2016", "2018-03", "2019-08", "2020", "2024", "2026-12"].compactMap {
            try? AsOf($0).instant
        }
        return state.roles.posts.filter { $0.value.sharing == .single }.map(\.key).flatMap { key in
            instants.compactMap { instant in
                let holders = state.holders(of: Subject(.post, key), at: instant)
                    .filter {
                        $0.truth == .yes
                            && $0.capacities.contains { $0.value == .substantive && $0.truth == .yes }
                    }
                return holders.count > 1 ? "23 for \(key) at \(instant)" : nil
            }
        }
    }
}
