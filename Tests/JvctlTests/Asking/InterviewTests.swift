// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import Synchronization
import Testing

/// Asking whoever is at the terminal for what is missing.
struct InterviewTests {
    /// Somebody who gives these answers, and then none; and what they were told and asked.
    private final class Person: Sendable {
        private let answers: Mutex<[String]>
        private let heard = Mutex<[String]>([])

        init(_ answers: [String]) { self.answers = Mutex(answers) }

        var reader: LineReader {
            LineReader { prompt in
                self.heard.withLock { $0.append(prompt) }
                return self.answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            } say: { lines in
                self.heard.withLock { $0 += lines }
            }
        }

        var text: String { heard.withLock { $0.joined(separator: "\n") } }
    }

    private func type() throws -> EventType {
        try #require(
            EventType([
                "name": "thing.done", "kind": "thing", "begins": true,
                "fields": [
                    ["name": "title", "kind": "text", "required": true, "documentation": "What it is."],
                    ["name": "count", "kind": "integer from 1 to 9", "documentation": "How many."],
                    [
                        "name": "result", "kind": "choice", "required": true,
                        "choices": ["landed", "failed"],
                        "documentation": "How it ended.",
                    ],
                ],
            ])
        )
    }

    @Test("Each field is asked for with its meaning; an answer that does not fit is asked for again")
    func complete() throws {
        let person = Person(["", "Talks", "many", "3", "won", "landed"])
        let data = try Interview(person.reader, type()).completed(JSONObject())
        #expect(data == JSONObject([("title", "Talks"), ("count", 3), ("result", "landed")]))
        #expect(person.text.contains("What it is."))
        #expect(person.text.contains("title must be there."))
        #expect(person.text.contains("One of landed, failed."))
        #expect(person.text.contains("count=many is not a whole number"))
        #expect(person.text.contains("(Nothing to leave it out.)"))
    }

    @Test("Nothing leaves an optional field out; of what was begun only the required is asked for")
    func optional() throws {
        let person = Person(["Talks", "", "failed"])
        #expect(
            try Interview(person.reader, type()).completed(JSONObject())
                == JSONObject([("title", "Talks"), ("result", "failed")])
        )
        let begun = Person(["failed"])
        let given = JSONObject([("title", "Talks")])
        #expect(
            try Interview(begun.reader, type()).completed(given)
                == JSONObject([("title", "Talks"), ("result", "failed")])
        )
    }

    @Test("The end of the input cancels")
    func cancelled() throws {
        let interview = Interview(Person(["Talks"]).reader, try type())
        let complaint = #expect(throws: Complaint.self) { try interview.completed(JSONObject()) }
        #expect(complaint?.status == .failed)
        #expect(complaint?.lines == ["Cancelled: nothing was recorded."])
    }

    @Test(
        "The stream may be left to the ledger where the type begins one",
        arguments: [
            ("", "thing/"), ("T-1", "thing/T-1"), ("thing/T-1", "thing/T-1"),
        ]
    )
    func subject(answer: String, subject: String) throws {
        #expect(try Interview(Person([answer]).reader, type()).subject() == subject)
    }

    @Test("A list ends with nothing")
    func list() throws {
        #expect(
            try Interview(Person(["One", "Two", ""]).reader, type()).list(called: "option") == ["One", "Two"]
        )
    }
}
