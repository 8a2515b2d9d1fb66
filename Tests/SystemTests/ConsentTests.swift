// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

/// Who may consent for whom, and which consents count: with the users of two partners and their office.
@Suite(.severalUsers) struct ConsentTests {
    /// The row of a decision in the register.
    private func row(_ daemon: Daemon, _ key: String = "D-0001") async throws -> JSONObject {
        let reply = try await daemon.ask("decision", "list", as: .reader)
        return try #require(reply.objects("decisions").first { $0.text("key") == key })
    }

    private func waitingFor(_ daemon: Daemon) async throws -> [String] {
        try await row(daemon).objects("waitingFor").compactMap { $0.text("organisation") }
    }

    /// A venture with a proposal, D-0001.
    private func withProposal(_ body: (Daemon) async throws -> Void) async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let proposed = try await daemon.jvctl("decision", "propose", "Extend the method", as: .office)
            try #require(proposed.status == 0, "\(proposed)")
            try await body(daemon)
        }
    }

    @Test("a consent to revision 1 does not count after revision 2", .timeLimit(.minutes(2)))
    func consentIsToARevision() async throws {
        try await withProposal { daemon in
            for user in [User.provide, .council] {
                #expect(try await daemon.jvctl("decision", "consent", "D-0001", as: user).status == 0)
            }
            #expect(try await waitingFor(daemon).isEmpty)

            let revised = try await daemon.jvctl(
                "decision",
                "revise",
                "D-0001",
                "--title",
                "Pilot it",
                as: .office
            )
            #expect(revised.status == 0, "\(revised)")
            #expect(
                revised.output.contains("provide") && revised.output.contains("no longer counts"),
                "\(revised)"
            )
            #expect(try await waitingFor(daemon) == Venture.partners.sorted())

            let adopted = try await daemon.jvctl(
                "decision",
                "adopt",
                "D-0001",
                "--reason",
                "Agreed",
                as: .office
            )
            #expect(adopted.status == 65)
            #expect(adopted.errors.contains("revision 2 is not consented to"), "\(adopted)")
            #expect(adopted.errors.contains("provide (revision 1 only)"), "\(adopted)")

            for user in [User.provide, .council] {
                #expect(try await daemon.jvctl("decision", "consent", "D-0001", as: user).status == 0)
            }
            let again = try await daemon.jvctl(
                "decision",
                "adopt",
                "D-0001",
                "--reason",
                "Agreed",
                as: .office
            )
            #expect(again.status == 0, "\(again)")
            #expect(try await row(daemon).text("status") == "adopted")
        }
    }

    @Test(
        "without a partner's consent a decision is not adopted, and the partner is named",
        .timeLimit(.minutes(2))
    )
    func adoptionNeedsEveryPartner() async throws {
        try await withProposal { daemon in
            #expect(try await daemon.jvctl("decision", "consent", "D-0001", as: .provide).status == 0)
            let adopted = try await daemon.jvctl(
                "decision",
                "adopt",
                "D-0001",
                "--reason",
                "Agreed",
                as: .office
            )
            #expect(adopted.status == 65)
            #expect(adopted.errors.contains("essex-county-council (no answer)"), "\(adopted)")
            #expect(!adopted.errors.contains("provide ("), "\(adopted)")
            #expect(adopted.errors.contains("Next: jvctl decision consent D-0001 --for essex-county-council"))
            #expect(try await row(daemon).text("status") == "tabled")
        }
    }

    @Test("a recorder for one partner cannot consent for the other", .timeLimit(.minutes(2)))
    func recorderActsForItsOwn() async throws {
        try await withProposal { daemon in
            let consent = try await daemon.jvctl(
                "decision",
                "consent",
                "D-0001",
                "--for",
                "essex-county-council",
                as: .provide
            )
            #expect(consent.status == 4)
            #expect(consent.errors.contains("you may act only for provide"), "\(consent)")
            #expect(consent.errors.contains("for essex-county-council it is uid 2002"), "\(consent)")

            // Nor by saying so in an entry that is recorded for its own organisation.
            let claim = try await daemon.jvctl(
                "record",
                "consent.given",
                "decision/D-0001",
                "org=essex-county-council",
                "revision=1",
                as: .provide
            )
            #expect(claim.status == 65, "\(claim)")
            #expect(claim.errors.contains("a report names its source"), "\(claim)")
            #expect(try await waitingFor(daemon) == Venture.partners.sorted())
        }
    }

    @Test("root and who administers consent for nobody", .timeLimit(.minutes(2)))
    func rootIsNoRecorder() async throws {
        try await withProposal { daemon in
            for organisation in Venture.partners + ["programme-office"] {
                let consent = try await daemon.jvctl(
                    "decision",
                    "consent",
                    "D-0001",
                    "--for",
                    organisation,
                    as: .root
                )
                #expect(consent.status == 4, "\(consent)")
            }
            #expect(try await daemon.jvctl("decision", "consent", "D-0001", as: .root).status == 4)
            #expect(try await waitingFor(daemon) == Venture.partners.sorted())
        }
        // A policy that would make root a recorder is not a policy.
        let refusal = await #expect(throws: NotFounded.self) {
            _ = try await Daemon(Policy.venture + "  0:\n    roles: [recorder]\n    for: [provide]\n")
        }
        #expect(refusal?.outcome.status == 78)
        #expect(refusal?.outcome.errors.contains("root cannot be a recorder") == true)
    }

    @Test("a reported consent never shows or counts as given", .timeLimit(.minutes(2)))
    func reportedIsNotGiven() async throws {
        try await withProposal { daemon in
            for partner in Venture.partners {
                let report = try await daemon.jvctl(
                    "decision",
                    "consent",
                    "D-0001",
                    "--report",
                    partner,
                    "--source",
                    "REF:section 4",
                    as: .office
                )
                #expect(report.status == 0, "\(report)")
                #expect(report.output.contains("is reported to consent"), "\(report)")
            }
            let dossier = try #require(
                try await daemon.ask("decision", "show", "D-0001", as: .reader)["decision"]?.object
            )
            let consents = dossier.objects("consents")
            #expect(consents.count == 2)
            #expect(consents.allSatisfy { $0.text("mode") == "reported" })
            #expect(consents.allSatisfy { $0["sources"] == ["REF section 4"] })
            let shown = try await daemon.jvctl("decision", "show", "D-0001", as: .reader)
            #expect(shown.output.contains("reported") && !shown.output.contains("given"), "\(shown)")
            #expect(try await waitingFor(daemon) == Venture.partners.sorted())

            // It is adopted after recording began, so it needs consents given here.
            let adopted = try await daemon.jvctl(
                "decision",
                "adopt",
                "D-0001",
                "--reason",
                "Agreed",
                as: .office
            )
            #expect(adopted.status == 65)
            for partner in Venture.partners { #expect(adopted.errors.contains("\(partner) ("), "\(adopted)") }
        }
    }

    @Test(
        "one adopted before recording began may rest on reported consents, which stay so",
        .timeLimit(.minutes(2))
    )
    func historyMayBeReported() async throws {
        try await Daemon.serve { daemon in
            let sources: [String: JSON] = ["sources": [["evidence": "REF", "locator": "section 4"]]]
            var history = [
                entry("proposal.tabled", "decision/", ["title": "Fund a post"], occurred: "2019", sources)
            ]
            for partner in Venture.partners {
                history.append(
                    entry(
                        "consent.given",
                        "decision/D-0001",
                        ["org": .string(partner), "revision": 1],
                        occurred: "2019",
                        sources
                    )
                )
            }
            history.append(
                entry("decision.adopted", "decision/D-0001", ["reason": "Agreed"], occurred: "2019", sources)
            )
            try await daemon.record(Venture.founding + history)
            let dossier = try #require(
                try await daemon.ask("decision", "show", "D-0001", as: .reader)["decision"]?.object
            )
            #expect(dossier["row"]?.object?.text("status") == "adopted")
            #expect(dossier.objects("consents").compactMap { $0.text("mode") } == ["reported", "reported"])
        }
    }
}
