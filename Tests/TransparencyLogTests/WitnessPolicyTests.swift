// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

@Suite("Witness policies")
struct WitnessPolicyTests {
    /// Six witnesses, a to f, with keys of their own.
    private static func witness(_ number: Int) throws -> VerifierKey {
        try SignerKey(
            name: Example.name("w\(number).example"),
            algorithm: .cosignature,
            seed: Example.seed(UInt8(number + 1))
        ).verifierKey
    }

    private func parse(_ text: String) throws -> WitnessPolicy {
        try WitnessPolicy(parsing: Array(text.utf8))
    }

    @Test func theExample() throws {
        let policy = try WitnessPolicy(parsing: Example.file("policy"))
        #expect(policy.logs.map(\.key.text) == [Example.log])
        #expect(policy.witnesses.map(\.key.text) == [Example.acme, Example.borealis])
        #expect(policy.groups.map(\.threshold) == [2])
        #expect(policy.quorum == .group(0))
        #expect(policy.bytes == (try Example.file("policy")))
        #expect(try WitnessPolicy(parsing: policy.bytes) == policy)
    }

    @Test func spacingCommentsAndAddresses() throws {
        let text = """
            # A comment; é is welcome.
            \t log\t\(Example.log)   https://log.example/

              # more
            witness  a \(Example.acme) https://a.example/\t
            quorum a

            """
        let policy = try parse(text)
        #expect(policy.logs.first?.url == Array("https://log.example/".utf8))
        #expect(policy.witnesses.first?.url == Array("https://a.example/".utf8))
        #expect(policy.quorum == .witness(0))
        #expect(try WitnessPolicy(parsing: policy.bytes) == policy)
    }

    /// Every subset of six witnesses, against the rule written out by hand.
    @Test(arguments: 0..<64)
    func nestedGroups(subset: Int) throws {
        let keys = try (0..<6).map(Self.witness)
        let lines = keys.enumerated().map {
            "witness \("abcdef".map(String.init)[$0.offset]) \($0.element.text)"
        }
        let groups = ["group x 2 a b c", "group y any d e", "group z all x y", "group all 1 f z"]
        func policy(_ quorum: String) throws -> WitnessPolicy {
            try parse((lines + groups + ["quorum \(quorum)"]).joined(separator: "\n") + "\n")
        }
        let present = (0..<6).map { subset >> $0 & 1 == 1 }
        let cosigners = Set(keys.indices.filter { present[$0] }.map { keys[$0] })
        let x = present[0...2].count(where: { $0 }) >= 2
        let y = present[3] || present[4]
        for (name, expected) in [
            ("none", true), ("a", present[0]), ("x", x), ("y", y), ("z", x && y),
            ("all", present[5] || x && y),
        ] {
            #expect(try policy(name).isSatisfied(by: cosigners) == expected)
        }
        // Keys that the policy does not list do not help.
        let stranger = try VerifierKey(text: Example.acme)
        #expect(try policy("a").isSatisfied(by: [stranger]) == false)
    }

    @Test func namesAreOpaqueBytes() throws {
        let witness = Array("witness ".utf8) + [0xff, 0xfe] + Array(" \(Example.acme)\nquorum ".utf8)
        #expect(try WitnessPolicy(parsing: witness + [0xff, 0xfe, 0x0a]).quorum == .witness(0))
        // The Kelvin sign is canonically equivalent to K and still another name.
        #expect(throws: PolicyError.self) { try parse("witness K \(Example.acme)\nquorum \u{212a}\n") }
    }

    @Test(arguments: [
        ("", 1, PolicyError.Reason.noQuorum), ("log \(Example.log)\n", 2, .noQuorum),
        ("quorum none", 1, .unterminatedLine), ("quorum none\n#", 2, .unterminatedLine),
        ("quorum none\r\n", 1, .controlCharacter), ("#\u{7f}\nquorum none\n", 1, .controlCharacter),
        ("quorum none\nquorum none\n", 2, .repeatedQuorum), ("\nquorum a\n", 2, .unknownName),
        ("quorum\n", 1, .wrongItemCount), ("quorum none none\n", 1, .wrongItemCount),
        ("Quorum none\n", 1, .unknownKeyword), ("threshold 2\n", 1, .unknownKeyword),
        ("log\n", 1, .wrongItemCount), ("log \(Example.log) a b\n", 1, .wrongItemCount),
        ("log \(Example.log)\nlog \(Example.log)\n", 2, .duplicateKey),
        ("log \(Example.acme)\n", 1, .wrongAlgorithm), ("log x\n", 1, .key(.malformed)),
        ("log \(Example.log)A\n", 1, .key(.malformedBase64)),
        ("witness a \(Example.log)\n", 1, .wrongAlgorithm), ("witness a\n", 1, .wrongItemCount),
        ("witness none \(Example.acme)\n", 1, .duplicateName),
        ("witness a \(Example.acme)\nwitness a \(Example.borealis)\n", 2, .duplicateName),
        ("witness a \(Example.acme)\nwitness b \(Example.acme)\n", 2, .duplicateKey),
        ("witness a \(Example.acme)\ngroup g any\n", 2, .wrongItemCount),
        ("witness a \(Example.acme)\ngroup g 0 a\n", 2, .invalidThreshold),
        ("witness a \(Example.acme)\ngroup g 2 a\n", 2, .invalidThreshold),
        ("witness a \(Example.acme)\ngroup g 01 a\n", 2, .invalidThreshold),
        ("witness a \(Example.acme)\ngroup g some a\n", 2, .invalidThreshold),
        ("witness a \(Example.acme)\ngroup g any a a\n", 2, .repeatedMember),
        ("witness a \(Example.acme)\ngroup g any a\ngroup h any a\n", 3, .repeatedMember),
        ("witness a \(Example.acme)\ngroup a any a\n", 2, .duplicateName),
        ("witness a \(Example.acme)\ngroup g any g\n", 2, .unknownName),
        ("group g any a\nwitness a \(Example.acme)\n", 1, .unknownName),
        ("witness a \(Example.acme)\ngroup g any none\n", 2, .unknownName),
    ])
    func malformedPoliciesNameTheirFault(text: String, line: Int, reason: PolicyError.Reason) throws {
        let error = #expect(throws: PolicyError.self) { try parse(text) }
        #expect(error?.line == line)
        #expect(error?.reason == reason)
    }

    @Test func aKeyIsNotBothLogAndWitness() throws {
        let key = try Example.acmeSigner().verifierKey
        let log = try VerifierKey(name: key.name, algorithm: .ed25519, publicKey: key.publicKey)
        let error = #expect(throws: PolicyError.self) {
            try parse("log \(log.text)\nwitness a \(key.text)\nquorum none\n")
        }
        #expect(error?.reason == .duplicateKey)
    }

    @Test func policiesHaveLimits() throws {
        let keys = try (0...WitnessPolicy.maximumDefinitions).map { number in
            try SignerKey(
                name: Example.name("w"),
                algorithm: .cosignature,
                seed: bigEndian(number) + Example.seed(1)[4...]
            ).verifierKey
        }
        func policy(_ count: Int) -> String {
            keys[..<count].enumerated().map { "witness \($0.offset) \($0.element.text)\n" }.joined()
                + "quorum none\n"
        }
        #expect(try parse(policy(WitnessPolicy.maximumDefinitions)).witnesses.count == 256)
        let error = #expect(throws: PolicyError.self) { try parse(policy(keys.count)) }
        #expect(error?.reason == .tooManyDefinitions)
        let long = "#" + String(repeating: "a", count: WitnessPolicy.maximumBytes) + "\nquorum none\n"
        let tooLarge = #expect(throws: PolicyError.self) { try parse(long) }
        #expect(tooLarge?.reason == .tooLarge)
    }

    @Test(
        "What cosignatures lack is named by witness or group, at whatever depth, and is nothing when they are enough"
    )
    func lacking() throws {
        let keys = try (0..<6).map(Self.witness)
        let lines = keys.enumerated().map {
            "witness \("abcdef".map(String.init)[$0.offset]) \($0.element.text)"
        }
        let groups = ["group x 2 a b c", "group y any d", "group z all x y e", "group all 1 z", "quorum all"]
        let policy = try parse((lines + groups).joined(separator: "\n") + "\n")
        for (present, lacking) in [
            ([], ["x", "y", "e"]), ([0], ["x", "y", "e"]), ([0, 2], ["y", "e"]), ([0, 2, 3], ["e"]),
            ([0, 2, 3, 4], []), ([5], ["x", "y", "e"]),
        ] as [([Int], [String])] {
            #expect(policy.lacking(Set(present.map { keys[$0] })) == lacking)
            #expect(policy.isSatisfied(by: Set(present.map { keys[$0] })) == lacking.isEmpty)
        }
        #expect(try parse(lines[0] + "\nquorum a\n").lacking([]) == ["a"])
        #expect(try parse(lines[0] + "\nquorum none\n").lacking([]) == [])
    }

    @Test("One witness of each choice: keys named twice count once, and it is as long as may be read")
    func oneOfEach() throws {
        let log = try VerifierKey(text: Example.log)
        let keys = try (0..<3).map(Self.witness)
        func policy(_ choices: [[VerifierKey]]) -> WitnessPolicy {
            let named = choices.enumerated().map { index, keys in
                WitnessPolicy.Choice(
                    name: "o\(index)",
                    witnesses: keys.enumerated().map { ("w\(index)-\($0.offset)", $0.element) }
                )
            }
            return WitnessPolicy(log: log, oneOfEach: named, name: "each")
        }
        let two = policy([[keys[0], keys[1]], [keys[2], keys[0]]])
        #expect(two.witnesses.map(\.key) == keys)
        #expect(two.isSatisfied(by: [keys[1], keys[2]]) && !two.isSatisfied(by: [keys[0], keys[1]]))
        #expect(try WitnessPolicy(parsing: two.bytes) == two)
        #expect(policy([[keys[0]], [keys[0]]]).groups.count == 2)
        #expect(policy([]).quorum == nil && policy([[]]).isSatisfied(by: []))
        let many = try (0..<200).map { number in
            try SignerKey(
                name: Example.name("m\(number)"),
                algorithm: .cosignature,
                seed: Example.seed(UInt8(number + 20))
            ).verifierKey
        }
        let full = policy(many.map { [$0] })
        #expect(full.witnesses.count == 127)
        #expect(try WitnessPolicy(parsing: full.bytes) == full)
    }
}
