// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

/// Rules that refuse, as those who record meet them.
@Suite(.severalUsers) struct RefusalTests {
    /// Proposes, consents for both partners, adopts.
    private func adopt(_ title: String, _ key: String, _ daemon: Daemon) async throws {
        try await daemon.record([entry("proposal.tabled", "decision/\(key)", ["title": .string(title)])])
        for (partner, user) in zip(Venture.partners, [User.provide, .council]) {
            let data: JSON = ["org": .string(partner), "revision": 1]
            try await daemon.record([entry("consent.given", "decision/\(key)", data)], as: user)
        }
        try await daemon.record([entry("decision.adopted", "decision/\(key)", ["reason": "Agreed"])])
    }

    @Test("a consent by someone whose role had ended is refused", .timeLimit(.minutes(2)))
    func endedRole() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            try await daemon.record([
                entry("person.registered", "person/", ["label": "Director", "organisation": "provide"]),
                entry(
                    "post.defined",
                    "post/director",
                    ["title": "Director", "host": "provide", "from": "2017"]
                ),
                entry(
                    "role.assigned",
                    "assignment/A-0001",
                    ["role": "post/director", "person": "P-0001", "from": "2018-01-01", "to": "2019-01-01"]
                ),
                entry(
                    "role.assigned",
                    "assignment/A-0002",
                    ["role": "post/director", "person": "P-0001", "from": "2020-01-01"]
                ),
                entry("proposal.tabled", "decision/", ["title": "Extend the method"]),
            ])
            let late = try await daemon.jvctl("decision", "consent", "D-0001", "--by", "A-0001", as: .provide)
            #expect(late.status == 65)
            #expect(late.errors.contains("assignment A-0001 had ended"), "\(late)")
            let now = try await daemon.jvctl("decision", "consent", "D-0001", "--by", "A-0002", as: .provide)
            #expect(now.status == 0, "\(now)")
            // The same role gives no authority for the other partner.
            let other = try await daemon.jvctl(
                "decision",
                "consent",
                "D-0001",
                "--by",
                "A-0002",
                as: .council
            )
            #expect(other.status == 65)
            #expect(other.errors.contains("gives no authority for essex-county-council"), "\(other)")
        }
    }

    @Test("a superseded decision cannot be implemented", .timeLimit(.minutes(2)))
    func superseded() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            try await adopt("The old way", "D-0001", daemon)
            try await adopt("The new way", "D-0002", daemon)
            let replaced = try await daemon.jvctl(
                "decision",
                "supersede",
                "D-0001",
                "--by",
                "D-0002",
                as: .office
            )
            #expect(replaced.status == 0, "\(replaced)")
            let started = try await daemon.jvctl("decision", "start", "D-0001", as: .office)
            #expect(started.status == 65)
            #expect(
                started.errors.contains("D-0001 is superseded by D-0002 and cannot be implemented"),
                "\(started)"
            )
            #expect(try await daemon.jvctl("decision", "start", "D-0002", as: .office).status == 0)
        }
    }

    @Test("funding of 9,999 basis points is refused", .timeLimit(.minutes(2)))
    func funding() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            try await daemon.record([
                entry(
                    "post.defined",
                    "post/programme-manager",
                    [
                        "title": "Programme Manager",
                        "organisations": .array(Venture.partners.map { .string($0) }),
                        "jointlyFunded": true, "host": "provide", "from": "2019-09",
                    ]
                )
            ])
            func agree(_ share: Int) async throws -> Command.Outcome {
                let shares = """
                    shares:=[{"organisation":"provide","basisPoints":5000},\
                    {"organisation":"essex-county-council","basisPoints":\(share)}]
                    """
                return try await daemon.jvctl(
                    "record",
                    "funding.agreed",
                    "funding/programme-manager",
                    "post=programme-manager",
                    shares,
                    "from=2019-09",
                    as: .office
                )
            }
            let short = try await agree(4_999)
            #expect(short.status == 65)
            #expect(short.errors.contains("9999 basis points, not 10000"), "\(short)")
            #expect(try await agree(5_001).status == 65)
            let whole = try await agree(5_000)
            #expect(whole.status == 0, "\(whole)")
        }
    }

    @Test("whom the policy does not name may do nothing but ask who they are", .timeLimit(.minutes(2)))
    func stranger() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let whoami = try await daemon.jvctl("whoami", as: .stranger)
            #expect(whoami.status == 0)
            #expect(whoami.output.contains("uid 2999: no role"), "\(whoami)")
            let export = daemon.directory.file("export.jsonl")
            for verb in [
                ["status"], ["log"], ["log", "0"], ["types"], ["watch"], ["verify"], ["checkpoint"],
                ["proof", "0"],
                ["export", export], ["export", "-"], ["reload"], ["journey"], ["decision", "list"],
                ["decision", "show", "D-0001"], ["decision", "why", "D-0001"],
                ["decision", "propose", "A title"],
                ["decision", "consent", "D-0001"], ["post", "list"], ["body", "list"], ["boundary", "list"],
                ["record", "venture.renamed", "venture/mid-essex", "title=Mine"],
            ] {
                let outcome = try await daemon.jvctl(verb, as: .stranger)
                #expect(outcome.status == 4, "\(verb): \(outcome)")
                #expect(outcome.output.isEmpty, "\(verb): \(outcome)")
            }
            #expect(try await daemon.call("io.jvledger.Admin.GetStatus", as: .root)["size"] == 8)
        }
    }
}
