// SPDX-License-Identifier: Apache-2.0
import Ledger
import Testing

@testable import LedgerService

@Suite("The access policy")
struct AccessPolicyTests {
    private let text = """
        users:
          alice:
            roles: [reader, recorder]
            for: [programme-office]
          1002:
            roles: [administrator]
        groups:
          auditors:
            roles: [reader, auditor]
          clerks:
            roles: [recorder]
            for: [provide]
        """

    private func policy(_ text: String) throws(SettingsError) -> AccessPolicy {
        try AccessPolicy(
            yaml: text,
            uidOfUser: { ["alice": 1001, "root": 0][$0] },
            gidOfGroup: { ["auditors": 500, "clerks": 501][$0] }
        )
    }

    @Test("Who is not named may do nothing")
    func defaultDeny() throws {
        let stranger = try policy(text).caller(uid: 4000, groups: [4000], user: "mallory")
        #expect(stranger.roles == [])
        for right in [Right.read, .record, .prove, .watch, .administer] { #expect(!stranger.may(right)) }
        #expect(try policy("") == AccessPolicy())
    }

    @Test("User and groups add up")
    func grantsAddUp() throws {
        let alice = try policy(text).caller(uid: 1001, groups: [500, 501], user: "alice")
        #expect(alice.roles == [.reader, .recorder, .auditor])
        #expect(alice.organisations.map(\.text) == ["programme-office", "provide"])
    }

    @Test("Root and administrators never record, whatever their groups grant")
    func administratorsDoNotRecord() throws {
        for uid in [UInt32(0), 1002] {
            let caller = try policy(text).caller(uid: uid, groups: [501], user: nil)
            #expect(!caller.may(.record))
            #expect(caller.organisations == [])
            #expect(caller.may(.administer))
        }
    }

    @Test(
        "What cannot be used is named with its line",
        arguments: [
            ("users:\n  alice:\n    roles: [reader, king]\n", 3, "king is not a role"),
            ("users:\n  alice:\n    rolls: [reader]\n", 3, "rolls is unknown"),
            ("people:\n  alice:\n    roles: [reader]\n", 1, "people is unknown"),
            ("users:\n  alice:\n    roles: [recorder]\n", 2, "recorder for no organisation"),
            ("users:\n  alice:\n    roles: [reader]\n    for: [provide]\n", 2, "is not a recorder"),
            ("users:\n  alice:\n    roles: [administrator, recorder]\n    for: [x]\n", 2, "cannot record"),
            ("users:\n  root:\n    roles: [recorder]\n    for: [x]\n", 2, "root cannot be a recorder"),
            ("users:\n  alice:\n    roles: reader\n", 3, "must be a list"),
            ("users:\n  alice:\n    roles: [recorder]\n    for: [a b]\n", 4, "is not the key"),
            ("users:\n  alice:\n    roles: [reader]\n  1001:\n    roles: [reader]\n", 4, "the same user"),
        ]
    )
    func errorsHaveLines(text: String, line: Int, words: String) {
        do throws(SettingsError) {
            _ = try policy(text)
            Issue.record("it was accepted")
        } catch {
            #expect(error.line == line)
            #expect(error.message.contains(words), "\(error)")
        }
    }

    @Test("A name that the host does not know grants nothing and is kept to be told")
    func unknownNames() throws {
        let policy = try policy("users:\n  nobody-here:\n    roles: [reader]\n")
        #expect(policy.unknownNames == ["nobody-here"])
        #expect(policy.users.isEmpty)
    }

    @Test("Restricted text is for auditors, a partner's for whoever acts for it")
    func classifications() throws {
        let provide = try #require(Key("provide"))
        let policy = try policy(text)
        let clerk = policy.caller(uid: 7, groups: [501], user: nil)
        let auditor = policy.caller(uid: 8, groups: [500], user: nil)
        #expect(clerk.mayRead(.partner(provide)) && !clerk.mayRead(.restricted))
        #expect(!auditor.mayRead(.partner(provide)) && auditor.mayRead(.restricted))
        #expect(clerk.mayRead(.venture) && auditor.mayRead(.venture))
    }
}
