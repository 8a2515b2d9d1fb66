// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// Random histories of needs, commitments, consultations, disputes and risks.
///
/// What the state answers is held to `WorkModel`, which knows nothing but the entries that were accepted and tries
/// out every way in which what may have happened did or did not. A failure names its seed.
@Suite("Random histories of work")
struct RandomWorkTests {
    private static let dates: [(String, String?)] = [
        ("2019", nil), ("2019-05", nil), ("2019-05-20", nil), ("2019-06/2020-03", nil), ("2020-23", nil),
        ("2020-02-29", "inferred"), ("2020-07-01", nil), ("../2020", nil), ("2021-03", nil), ("2022", nil),
        ("2031", "planned"), ("2020-06", "planned"),
    ]
    private static let instants = [
        "2018", "2019-05-20", "2020-02", "2020-06-15", "2020", "2021", "2026", "2032",
    ]

    /// A history of random steps; those that are refused leave no trace.
    private static func history(seed: Int, steps: Int) throws -> History {
        var generator = SplitMix64(seed: seed)
        var history = try History.withManager()
        for _ in 0..<steps {
            func number(_ range: ClosedRange<Int64>) -> JSON {
                .integer(.random(in: range, using: &generator))
            }
            func any(_ choices: [JSON]) -> JSON { choices.randomElement(using: &generator) ?? .null }
            let digit = Int.random(in: 1...3, using: &generator)
            let owner = any(["A-0001", "A-0002"])
            let organisation = any(["provide", "council", "trust"])
            let due = any(["2019-06", "2020-03-31", "2021", "2020-06-30"])
            let choices: [(String, String, JSON)] = [
                ("need.identified", "need/", ["title": "n"]),
                ("need.closed", "need/N-000\(digit)", ["outcome": "met"]),
                ("commitment.assigned", "commitment/", ["title": "c", "owner": owner, "due": due]),
                ("commitment.assigned", "commitment/", ["title": "c", "org": organisation]),
                ("commitment.reassigned", "commitment/CM-000\(digit)", ["owner": owner]),
                (
                    "commitment.reassigned", "commitment/CM-000\(digit)",
                    ["org": organisation, "owner": owner]
                ),
                ("commitment.reassigned", "commitment/CM-000\(digit)", ["reason": "nobody"]),
                ("commitment.rescheduled", "commitment/CM-000\(digit)", ["due": due]),
                (
                    "commitment.progressed", "commitment/CM-000\(digit)",
                    ["note": "n", "percent": number(0...100)]
                ),
                ("commitment.completed", "commitment/CM-000\(digit)", [:]),
                ("commitment.cancelled", "commitment/CM-000\(digit)", ["reason": "r"]),
                ("consultation.opened", "consultation/", ["title": "c", "audience": "staff"]),
                (
                    "consultation.response.recorded", "consultation/CN-000\(digit)",
                    ["count": number(1...9), "stance": any(["for", "against", "neutral"])]
                ),
                ("consultation.closed", "consultation/CN-000\(digit)", [:]),
                ("dispute.opened", "dispute/", ["title": "d", "parties": ["provide", organisation]]),
                (
                    "dispute.escalated", "dispute/DI-000\(digit)",
                    ["stage": any(["leads", "body", "mediation"])]
                ),
                ("dispute.resolved", "dispute/DI-000\(digit)", ["outcome": "agreed"]),
                ("raid.raised", "raid/", ["title": "r", "kind": "risk", "likelihood": number(1...5)]),
                ("raid.updated", "raid/R-000\(digit)", ["impact": number(1...5)]),
                ("raid.updated", "raid/R-000\(digit)", ["likelihood": number(1...5), "owner": owner]),
                ("raid.closed", "raid/R-000\(digit)", ["outcome": "occurred"]),
            ]
            let (name, subject, data) = choices[Int.random(in: choices.indices, using: &generator)]
            let (date, basis) = dates[Int.random(in: dates.indices, using: &generator)]
            let isDated = Int.random(in: 0...9, using: &generator) > 0
            _ = try? history.record(
                name,
                subject,
                data,
                occurred: isDated ? date : nil,
                basis: isDated ? basis : nil
            )
        }
        return history
    }

    @Test(
        "Folding the entries again gives the same state, and no rule refuses any of them",
        arguments: 0..<50
    )
    func replay(seed: Int) throws {
        let history = try Self.history(seed: seed, steps: 100)
        var fold = Fold(rulesAfter: 0)
        for entry in history.entries { fold.add(entry) }
        #expect(fold.state == history.state)
        #expect(fold.fallen.isEmpty)
    }

    @Test("The state answers what every reading of the dates gives", arguments: 0..<50)
    func model(seed: Int) throws {
        let history = try Self.history(seed: seed, steps: 200)
        for text in Self.instants {
            let t = try asOf(text)
            let all: JSON = ["all": true]
            let model = WorkModel(history.entries, history.state, at: t)
            let commitments = try history.work(ListCommitments.self, all, at: text).rows
            #expect(Set(commitments.map(\.key.text)) == model.keys(.commitment), "\(text)")
            for row in commitments {
                let key = row.key.text
                #expect(row.open == model.isOpen(.commitment, key), "\(key) at \(text)")
                #expect(row.overdue == model.isOverdue(key), "\(key) at \(text)")
                #expect(row.orphaned == model.isOrphaned(key), "\(key) at \(text)")
                #expect(row.percent == model.percent(key), "\(key) at \(text)")
            }
            let needs = try history.work(ListNeeds.self, all, at: text).rows
            #expect(needs.map(\.open) == needs.map { model.isOpen(.need, $0.key.text) }, "\(text)")
            #expect(Set(needs.map(\.key.text)) == model.keys(.need), "\(text)")
            for row in try history.work(ListRaid.self, all, at: text).rows {
                #expect(row.open == model.isOpen(.raid, row.key.text), "\(row.key) at \(text)")
                #expect(row.view.likelihood == model.last(.raid, row.key.text, "likelihood")?.integer)
                #expect(row.view.impact == model.last(.raid, row.key.text, "impact")?.integer)
            }
            for row in try history.work(ListConsultations.self, all, at: text).rows {
                #expect(row.open == model.isOpen(.consultation, row.key.text), "\(row.key) at \(text)")
                #expect(row.count(nil) == model.sum(.consultation, row.key.text, "count"))
            }
            for row in try history.work(ListPartnerDisputes.self, all, at: text).rows {
                #expect(row.open == model.isOpen(.dispute, row.key.text), "\(row.key) at \(text)")
                #expect(row.stage?.rawValue == model.last(.dispute, row.key.text, "stage")?.text)
            }
        }
    }
}
