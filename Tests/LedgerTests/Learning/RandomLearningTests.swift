// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// Random histories of lessons and practices.
///
/// Most steps are refused, and what is accepted must hold whatever the order was. A failure names its seed.
@Suite("Random histories of lessons and practices")
struct RandomLearningTests {
    private static func history(seed: Int, steps: Int) throws -> History {
        var generator = SplitMix64(seed: seed)
        var history = try History.learning()
        for _ in 0..<steps {
            let lesson = "lesson/L-000\(Int.random(in: 1...3, using: &generator))"
            let practice = "practice/PR-000\(Int.random(in: 1...3, using: &generator))"
            let organisation = JSON.string(
                ["provide", "council", "trust"].randomElement(using: &generator) ?? ""
            )
            let person = JSON.string("P-000\(Int.random(in: 1...3, using: &generator))")
            let party: JSON = ["org": organisation, "person": person]
            let choices: [(String, String, JSON)] = [
                (
                    "lesson.identified", "lesson/",
                    ["title": "t", "org": organisation, "author": "person/P-0001"]
                ),
                ("lesson.identified", lesson, ["title": "t", "org": organisation]),
                ("lesson.validated", lesson, party), ("lesson.validated", lesson, ["org": organisation]),
                ("lesson.shared", lesson, ["organisations": [organisation]]),
                ("lesson.actioned", lesson, ["note": "n"]),
                ("lesson.actioned", lesson, ["note": "n"]),
                ("lesson.embedded", lesson, ["evidence": ["REF"]]), ("lesson.embedded", lesson, [:]),
                ("lesson.rejected", lesson, ["reason": "r"]), ("lesson.retired", lesson, ["reason": "r"]),
                (
                    "practice.submitted", "practice/",
                    [
                        "title": "t", "problem": "p", "solution": "s", "org": "provide",
                        "author": "person/P-0002",
                    ]
                ),
                (
                    "practice.submitted", practice,
                    ["title": "t", "problem": "p", "solution": "s", "org": organisation]
                ),
                ("practice.validated", practice, party),
                ("practice.returned", practice, ["org": organisation, "reason": "r"]),
                ("practice.published", practice, [:]), ("practice.published", practice, [:]),
                ("practice.used", practice, ["org": organisation, "worked": "yes"]),
                ("practice.rated", practice, ["org": organisation, "rating": 3]),
                ("practice.adopted", practice, ["org": organisation, "adaptation": "a"]),
                ("practice.abandoned", practice, ["org": organisation, "reason": "r"]),
                ("practice.retired", practice, ["reason": "r"]),
            ]
            let (name, subject, data) = choices[Int.random(in: choices.indices, using: &generator)]
            let year = [nil, nil, "2019", "2020", "2020-05"].randomElement(using: &generator) ?? nil
            _ = try? history.record(name, subject, data, occurred: year)
        }
        return history
    }

    /// The statuses by the entries alone: each entry says what its stream became.
    private static func naiveStatuses(_ entries: [Entry]) -> [Subject: String] {
        var statuses: [Subject: String] = [:]
        for entry in entries {
            let words = entry.type.split(separator: ".").map(String.init)
            guard words.count == 5, words[2] == "lesson" || words[2] == "practice" else { continue }
            let passing = ["used", "rated", "adopted", "abandoned"].contains(words[3])
            let isSharedAgain =
                words[3] == "shared" && ["actioned", "embedded"].contains(statuses[entry.subject])
            if !passing, !isSharedAgain { statuses[entry.subject] = words[3] }
        }
        return statuses
    }

    @Test(
        "Every status is what the entries say, and no rule is broken in what was accepted",
        arguments: 0..<60
    )
    func statuses(seed: Int) throws {
        let history = try Self.history(seed: seed, steps: 150)
        var statuses: [Subject: String] = [:]
        for subject in Set(history.entries.map(\.subject)) {
            statuses[subject] =
                subject.kind == .lesson
                ? history.state.lesson(subject.key)?.status.rawValue
                : history.state.practice(subject.key)?.status.rawValue
        }
        #expect(statuses == Self.naiveStatuses(history.entries))
        for entry in history.entries {
            let earlier = history.entries.prefix { $0.position < entry.position }
                .filter { $0.subject == entry.subject }
            let submitted = earlier.last { $0.type == PracticeSubmitted.typeName }
            switch entry.type {
            case LessonEmbedded.typeName:
                #expect(earlier.contains { $0.type == LessonActioned.typeName })
                #expect(entry.data["evidence"] != nil)
            case PracticeAdopted.typeName:
                #expect(earlier.contains { $0.type == PracticePublished.typeName })
                #expect(submitted?.data["org"] != entry.data["org"])
            case LessonValidated.typeName, PracticeValidated.typeName:
                let author = (submitted ?? earlier.first)?.data["author"]?.text
                #expect(author == nil || author != entry.data["person"]?.text.map { "person/\($0)" })
            default: break
            }
        }
    }

    @Test("Folding the entries again gives the same state, from every prefix", arguments: 0..<30)
    func replay(seed: Int) throws {
        let history = try Self.history(seed: seed, steps: 120)
        var fold = Fold(rulesAfter: 0)
        for entry in history.entries { fold.add(entry) }
        #expect(fold.state == history.state)
        #expect(fold.fallen.isEmpty)
    }

    @Test("A retraction is refused, or leaves the state of the history without the entry", arguments: 0..<15)
    func retraction(seed: Int) throws {
        let history = try Self.history(seed: seed, steps: 80)
        for target in history.entries.suffix(40) {
            let retraction = try history.entry(
                "entry.retracted",
                target.subject,
                ["entry": .integer(Int64(target.position)), "explanation": "it did not happen"]
            )
            let result = history.state.correcting([retraction]) { body in history.entries.forEach(body) }
            guard case .success(let outcome) = result else { continue }
            var without = State()
            for entry in history.entries {
                without.apply(entry, entry.position == target.position ? nil : try Catalogue.event(of: entry))
            }
            let accepted = try #require(outcome.accepted.last)
            without.apply(accepted.entry, accepted.event)
            #expect(outcome.state == without, "retracting entry \(target.position)")
        }
    }

    @Test("Every question can be asked of every part of a history, at any instant", arguments: 0..<10)
    func questions(seed: Int) throws {
        let history = try Self.history(seed: seed, steps: 100)
        var generator = SplitMix64(seed: seed)
        var part = State()
        for entry in history.entries where Int.random(in: 0...2, using: &generator) > 0 {
            part.apply(entry, try Catalogue.event(of: entry))
        }
        for date in ["2018", "2019", "2020-05", "2030"] {
            let world = World(part, at: try AsOf(date).instant)
            for type in InquiryFamily.learning.inquiries where type.parameters.allSatisfy({ !$0.isRequired })
            {
                try Self.ask(type, world)
            }
        }
    }

    private static func ask<Question: Inquiry>(_ type: Question.Type, _ world: World) throws {
        let report = try type.asked(JSONObject()).question.answer(in: world)
        for row in report.rows {
            for column in type.columns { _ = column.cell(row) }
        }
    }
}
