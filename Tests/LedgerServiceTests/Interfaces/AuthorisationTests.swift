// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import Testing
import Varlink

@testable import LedgerService

@Suite("Who may do what", .timeLimit(.minutes(5)))
struct AuthorisationTests {
    private static let notPermitted = "io.jvledger.Ledger.NotPermitted"

    @Test(
        "A stranger learns nothing but who it is",
        arguments: [
            "Ledger.Get", "Ledger.List", "Ledger.Monitor", "Ledger.DescribeTypes", "Ledger.Record",
            "Decisions.List", "Roles.ListPosts", "Boundary.GetJourney", "Admin.GetStatus", "Admin.Verify",
            "Admin.Reload",
        ]
    )
    func defaultDeny(method: String) async throws {
        let ledger = try AnsweringLedger()
        let parameters: [String: JSON] = ["Ledger.Get": ["position": 0], "Ledger.Record": ["entries": []]]
        let error = await #expect(throws: VarlinkError.self) {
            try await ledger.ask(method, parameters[method] ?? [:], by: .mallory)
        }
        #expect(error?.name == Self.notPermitted)
        #expect(error?.parameters["size"] == nil)
        let who = try await ledger.ask("Ledger.WhoAmI", by: .mallory)
        #expect(who["roles"]?.array == [])
    }

    @Test("The user that the daemon runs as may reload, because systemd does it so, and nothing else")
    func ownUser() async throws {
        let ledger = try AnsweringLedger()
        #expect(try await ledger.ask("Admin.Reload", by: .daemon)["message"] == "Reloaded.")
        await #expect(throws: VarlinkError.self) { try await ledger.ask("Ledger.List", by: .daemon) }
        await #expect(throws: VarlinkError.self) { try await ledger.ask("Admin.Reload", by: .ann) }
    }

    @Test("A changed policy is recorded and in force; one that cannot be recorded leaves the old one")
    func adoptingAPolicy() async throws {
        let ledger = try AnsweringLedger()
        let reader = AccessPolicy.Grant(roles: [.reader])
        let mallory = AccessPolicy(users: [AnsweringLedger.User.mallory.rawValue: reader])
        _ = try await #require(ledger.service.adopt(mallory, text: "one")).get()
        #expect(ledger.service.published.head.size == 2)
        _ = try await ledger.ask("Ledger.List", by: .mallory)
        await #expect(throws: VarlinkError.self) { try await ledger.ask("Ledger.List", by: .ann) }

        #expect(await ledger.service.adopt(mallory, text: "one") == nil)
        #expect(ledger.service.published.head.size == 2)

        ledger.service.alarm.hear(.damaged(position: nil, reason: "for this test"))
        let ann = AccessPolicy(users: [AnsweringLedger.User.ann.rawValue: reader])
        let result = await ledger.service.adopt(ann, text: "two")
        #expect(throws: RecordFailure.self) { try result?.get() }
        _ = try await ledger.ask("Ledger.List", by: .mallory)
        await #expect(throws: VarlinkError.self) { try await ledger.ask("Ledger.List", by: .ann) }
    }

    @Test("A correction is for whom the entry is that it corrects, and for nobody else")
    func correctionsKeepTheClassification() async throws {
        let ledger = try AnsweringLedger()
        try await ledger.record([
            entry("finding.recorded", "finding/secret", ["title": "Before"], classification: "restricted")
        ])
        let correction: JSON = [
            "id": "c", "type": "entry.corrected", "subject": "finding/secret",
            "data": ["entry": 1, "data": ["title": "After"], "explanation": "It was wrong"],
        ]
        let position = UInt64(try await ledger.record([correction]))
        let stored = try #require(try ledger.service.store.entry(at: position)).checked()
        #expect(stored.classification == .restricted)
        func title(_ user: AnsweringLedger.User) -> JSON? {
            let service = ledger.service
            return Texts(service.store, DisclosureCache(), service.caller(user.peer), service.alarm)
                .disclosed(position, "title")
        }
        #expect(title(.ed) == "After")
        #expect(title(.ann) == nil)
        #expect(title(.alice) == nil)
        #expect(try await ledger.record([correction]) == Int64(position))

        var other = try #require(correction.object)
        other["id"] = "d"
        other["classification"] = "partner:programme-office"
        let error = FieldError("classification", .notOneOf(["restricted"]))
        await #expect(throws: RecordFailure.invalid(entry: 0, error)) {
            try await ledger.record([.object(other)])
        }
    }
}
