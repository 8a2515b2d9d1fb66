// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

/// What a new user types, from an empty ledger to an adopted joint decision: never any JSON.
@Suite(.severalUsers) struct FirstTenMinutesTests {
    /// Alice of the office, Pat of Provide and Erin of the council.
    private let alice = User.office
    private let pat = User.provide
    private let erin = User.council

    @Test("two users of two partners reach an adopted joint decision", .timeLimit(.minutes(2)))
    func jointDecision() async throws {
        try await Daemon.serve { daemon in
            func type(_ user: User, _ words: String...) async throws -> Command.Outcome {
                try await daemon.jvctl(words, as: user)
            }
            func done(_ outcome: Command.Outcome, saying words: String...) {
                #expect(outcome.status == 0, "\(outcome)")
                for word in words { #expect(outcome.output.contains(word), "\(outcome)") }
            }
            done(try await type(alice), saying: "running, 1 entry", "Recording began")
            done(try await type(alice, "whoami"), saying: "recorder", "for programme-office")

            done(try await type(alice, "organisation", "add", "provide", "Provide", "--kind", "provider"))
            done(
                try await type(
                    alice,
                    "organisation",
                    "add",
                    "essex-county-council",
                    "Essex",
                    "--kind",
                    "council"
                )
            )
            for partner in Venture.partners {
                done(try await type(alice, "partner", "join", partner, "--occurred", "2017-10"))
            }
            done(try await type(pat, "whoami"), saying: "May give the consent of provide")

            done(
                try await type(
                    alice,
                    "decision",
                    "propose",
                    "Extend the evaluation method",
                    "--option",
                    "All wards",
                    "--option",
                    "Two wards"
                ),
                saying: "D-0001 revision 1 tabled.",
                "Waiting on essex-county-council, provide."
            )
            done(
                try await type(pat, "decision", "consent", "D-0001", "--option", "2"),
                saying: "provide consents to D-0001 revision 1.",
                "Waiting on essex-county-council."
            )
            let early = try await type(alice, "decision", "adopt", "D-0001", "--option", "2")
            #expect(early.status == 65)
            #expect(early.errors.contains("essex-county-council (no answer)"), "\(early)")
            #expect(early.errors.contains("Next: jvctl decision consent D-0001"), "\(early)")

            done(
                try await type(erin, "decision", "consent", "D-0001", "--option", "2"),
                saying: "Every partner"
            )
            done(
                try await type(
                    erin,
                    "decision",
                    "adopt",
                    "D-0001",
                    "--option",
                    "2",
                    "--reason",
                    "Both can staff it"
                ),
                saying: "D-0001 adopted: Extend the evaluation method."
            )

            let shown = try await type(pat, "decision", "show", "D-0001")
            done(shown, saying: "ADOPTED", "2 Two wards (chosen)", "Both can staff it")
            let given = shown.lines.filter { $0.contains("given") }
            #expect(given.count == 2, "\(shown)")
            done(try await type(pat, "decision", "list", "--status", "adopted"), saying: "D-0001", "adopted")
            done(try await type(pat, "verify"), saying: "VERIFIED")
        }
    }
}
