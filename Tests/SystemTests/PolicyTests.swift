// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What administrators are told of an access policy.
@Suite(.severalUsers) struct PolicyTests {
    private static let policy =
        Policy.venture + "  0:\n    roles: [administrator]\ngroups:\n  nogroup:\n    roles: [reader]\n"

    @Test("a policy is checked before it is in force, and what it changes is shown", .timeLimit(.minutes(5)))
    func checked() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            let same = try await daemon.jvctl("policy", "check", daemon.policy, as: .root)
            #expect(same.status == 0 && same.output.contains("the same as the policy in force"), "\(same)")
            let wider = Self.policy.replacingOccurrences(
                of: "  2004:\n    roles: [reader]\n",
                with: "  2999:\n    roles: [reader]\n  nobody-of-this-name:\n    roles: [reader]\n"
            )
            let file = try daemon.directory.write("wider.yaml", wider)
            let changed = try await daemon.jvctl("policy", "check", file, as: .root)
            #expect(changed.status == 0, "\(changed)")
            #expect(changed.output.contains("user 2999: gets reader"), "\(changed)")
            #expect(changed.output.contains("user 2004: loses reader"), "\(changed)")
            #expect(changed.output.contains("granted nothing: nobody-of-this-name"), "\(changed)")
            // It was only looked at.
            #expect(try await daemon.jvctl("log", as: .reader).status == 0)
            let broken = try daemon.directory.write(
                "broken.yaml",
                Self.policy + "  other:\n    roles: [reeder]\n"
            )
            let wrong = try await daemon.jvctl("policy", "check", broken, as: .root)
            #expect(wrong.status == 65 && wrong.errors.contains("line "), "\(wrong)")
            #expect(wrong.errors.contains("reeder is not a role"), "\(wrong)")
            #expect(try await daemon.jvctl("policy", "check", file, as: .auditor).status == 4)
        }
    }

    @Test("what a user may do is explained, with the grant that lets them", .timeLimit(.minutes(5)))
    func explained() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            let provide = try await daemon.jvctl("policy", "explain", "2001", as: .root)
            #expect(
                provide.status == 0 && provide.output.contains("the user: reader, recorder for provide"),
                "\(provide)"
            )
            #expect(provide.output.contains("may not administer this ledger"), "\(provide)")
            let may = try await daemon.jvctl("policy", "explain", "2001", "record", as: .root)
            #expect(may.status == 0, "\(may)")
            let mayNot = try await daemon.jvctl("policy", "explain", "root", "record", as: .root)
            #expect(mayNot.status == 1 && mayNot.errors.contains("recorder"), "\(mayNot)")
            let nobody = try await daemon.jvctl("policy", "explain", "nobody", as: .root)
            #expect(nobody.output.contains("the group nogroup: reader"), "\(nobody)")
            #expect(try await daemon.jvctl("policy", "explain", "2001", "recrod", as: .root).status == 2)
            let before = try await daemon.jvctl("--json=short", "policy", "explain", "2001", as: .root)
            #expect(before.status == 0 && before.output.hasPrefix("{"), "\(before)")
        }
    }
}
