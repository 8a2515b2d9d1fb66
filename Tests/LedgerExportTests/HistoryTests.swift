// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Synchronization
import Testing
import TransparencyLog

/// The page that a person reads, of answers that try to be more than texts.
struct HistoryTests {
    /// What hostile texts are made of.
    private static let pieces = [
        "</td><script>alert(1)</script>", "<", ">", "&", "\"", "'", "&lt;", "&#60;", "<!--", "-->", "]]>",
        "</style>", "</title>", "{{title}}", "{{{style}}}", "{{/page}}", "{{>blocks}}", "<\u{338}",
        "\"\u{301}",
        "\u{600}<", ">\u{200D}", "'\u{FE0F}", "\u{202E}", "\u{2066}", "\u{0}", "\u{1B}", "\r\n", "\r",
        "\u{2028}", "\u{FFFE}", "javascript:x", "on load=", "=", "/", " ", "\t", "\u{1F3FD}", "plain", "ü",
    ]

    /// The tags of a page in their order, read by the byte: no text may add, end or change one.
    private static func tags(_ page: String) -> [String] {
        page.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst().map {
            String(decoding: $0.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        }
    }

    @Test("No text adds, ends or changes an element", arguments: 0..<150)
    func escaped(seed: Int) async throws {
        var random = SplitMix64(seed: seed)
        let text = (0..<Int.random(in: 1...6, using: &random))
            .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
        let hostile = SampleHistory(text: text)
        let harmless = SampleHistory(text: "x")
        let page = try await hostile.page(hostile.history())
        #expect(
            try await Self.tags(page) == Self.tags(harmless.page(harmless.history())),
            "\(text.debugDescription)"
        )
        for scalar in page.unicodeScalars {
            let isForbidden =
                scalar.value < 0x20 && scalar != "\n" || (0x202A...0x202E).contains(scalar.value)
            #expect(!isForbidden, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(
        "It has no script, fetches nothing, and every reference has its place",
        arguments: ["x", "a-heading", "ü/ b"]
    )
    func whole(key: String) async throws {
        let sample = SampleHistory(text: "x")
        var history = try sample.history()
        let posts: [JSON] = [["key": .string(key), "title": "x"], ["key": .string("\(key)-heading")]]
        history.posts = posts.compactMap(\.object)
        let page = try await sample.page(history)
        #expect(
            page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n") && page.hasSuffix("</body>\n</html>\n")
        )
        #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
        for forbidden in ["<script", "<img", "<link", "<iframe", "url(", "@import", "http:", "https:", " on"]
        {
            #expect(!Self.tags(page).contains { "<\($0)".contains(forbidden) }, "\(forbidden)")
        }
        #expect(!page.contains("url(") && !page.contains("@import"))
        let identifiers = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
        #expect(Set(identifiers).count == identifiers.count)
        let targets = page.matches(of: #/ href="([^"]*)"/#).map { String($0.output.1) }
        #expect(!targets.isEmpty)
        for target in targets {
            #expect(target.hasPrefix("#") && identifiers.contains(String(target.dropFirst())), "\(target)")
        }
        #expect(!Self.tags(page).contains("th") && Self.tags(page).contains("th scope=\"col\""))
    }

    @Test("A dossier is asked for when what precedes it is written, and nothing after what is refused")
    func oneAtATime() async throws {
        let log = Mutex<[String]>([])
        let sample = SampleHistory(text: "x") { key in log.withLock { $0.append(key) } }
        let history = try sample.history()
        try await history.write(with: HistoryTemplate(), from: sample) { bytes throws(SampleHistory.Stop) in
            let page = String(decoding: bytes, as: UTF8.self)
            for match in page.matches(of: #/<article id="decision-([^"]*)"/#) {
                log.withLock { $0.append("wrote \(match.output.1)") }
            }
        }
        let order = SampleHistory.decisions.flatMap { [$0, "wrote \($0)"] } + ["lead", "lead-2", "board"]
        #expect(log.withLock(\.self) == order)

        log.withLock { $0.removeAll() }
        await #expect(throws: SampleHistory.Stop()) {
            try await history.write(with: HistoryTemplate(), from: sample) {
                bytes throws(SampleHistory.Stop) in
                if String(decoding: bytes, as: UTF8.self).contains("id=\"decision-D-0002\"") {
                    throw SampleHistory.Stop()
                }
            }
        }
        #expect(log.withLock(\.self).suffix(2) == ["D-0001", "D-0002"])
    }

    @Test("Imprecise dates stand in their words, and where something stands is a word")
    func words() async throws {
        let sample = SampleHistory(text: "late summer 2019")
        let page = try await sample.page(sample.history())
        #expect(page.contains("<bdi>between Aug and Sep 2019</bdi>") && !page.contains("2019-08/2019-09"))
        #expect(page.contains("<bdi>late summer 2019</bdi>"))
        #expect(page.contains("<span class=\"status\">adopted</span>"))
        #expect(page.contains("<span class=\"status\">consents, reported</span>"))
        #expect(page.contains("<span class=\"status\">no answer</span>"))
    }

    @Test("A page of some decisions says what it leaves out, and has no posts")
    func part() async throws {
        let sample = SampleHistory(text: "x")
        let page = try await sample.page(sample.history(of: ["D-0002"]))
        #expect(page.contains("1 decision of the 3 in the register."))
        #expect(page.contains("The register has 2 more decisions, which this page leaves out."))
        #expect(page.contains("id=\"decision-D-0002\"") && !page.contains("id=\"decision-D-0001\""))
        #expect(!page.contains("id=\"posts\"") && page.contains("id=\"verification\""))
        #expect(page.contains("That nothing else belongs to them is the operator&#39;s claim."))
    }

    @Test("What is erased and what is withheld is told apart, where it is missing and in the list")
    func sealed() async throws {
        let sample = SampleHistory(text: "x")
        var history = try sample.history()
        let entries: [(JSON, JSON)] = [
            (
                ["position": 3, "erased": ["title"], "disclosed": ["reason": "x"]],
                ["subject": "decision/D-0001", "type": "io.jvledger.proposal.tabled.v1"]
            ),
            (
                ["position": 4, "withheld": ["title", "question"]],
                ["subject": "decision/D-0002", "type": "io.jvledger.proposal.tabled.v1"]
            ),
            (
                ["position": 5],
                [
                    "subject": "person/P-0001", "type": "io.jvledger.erasure.executed.v1",
                    "data": ["fields": [1], "basis": "Article 17", "approvedBy": "Data Protection Officer"],
                ]
            ),
        ]
        for (entry, content) in entries {
            history.sealed.read(entry.object ?? JSONObject(), content.object ?? JSONObject())
        }
        history.register = history.register.map { row in
            var row = row
            row["title"] = nil
            return row
        }
        let page = try await sample.page(history)
        func title(of key: String) -> String? {
            page.split(separator: "\n").first { $0.contains("<tr>") && $0.contains(">\(key)</a></th>") }.map {
                String($0)
            }
        }
        #expect(title(of: "D-0001")?.contains("<span class=\"missing\">[erased]</span>") == true)
        #expect(title(of: "D-0002")?.contains("<span class=\"missing\">[withheld]</span>") == true)
        #expect(title(of: "D-0003")?.contains("<span class=\"missing\">[not shown]</span>") == true)
        #expect(page.contains("1 was erased, 2 are withheld"))
        #expect(page.contains("<bdi>Article 17</bdi>") && page.contains("<bdi>Data Protection Officer</bdi>"))
        #expect(page.contains("only their digests are proven"))
    }

    @Test("It names root, key and cosignatures, and says what no cosignature leaves unproved")
    func verified() async throws {
        let sample = SampleHistory(text: "x")
        let alone = try sample.history()
        let page = try await sample.page(alone)
        let checkpoint = alone.proof.checkpoint
        #expect(page.contains("<code>\(checkpoint.checkpoint.root.base64)</code>"))
        #expect(page.contains("<code>\(checkpoint.checkpoint.root.hexadecimal)</code>"))
        #expect(page.contains("<code>\(checkpoint.log.text)</code>"))
        #expect(
            page.contains("No partner has cosigned this checkpoint") && page.contains("jvctl verify EXPORT")
        )
        #expect(page.contains("Since no partner cosigned, it is unproved that this is the only history"))

        let name = try #require(KeyName("witness.example/provide"))
        let witness = try SignerKey(
            name: name,
            algorithm: .cosignature,
            seed: [UInt8](repeating: 3, count: 32)
        )
        let cosigned = try await sample.page(sample.history(cosignedBy: [witness]))
        #expect(
            cosigned.contains("<code>witness.example/provide</code>")
                && cosigned.contains("2026-11-21 09:05 UTC")
        )
        #expect(
            !cosigned.contains("No partner has cosigned") && !cosigned.contains("Since no partner cosigned")
        )
    }
}
