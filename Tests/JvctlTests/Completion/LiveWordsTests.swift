// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LedgerCommands

@Suite("What a shell is offered to go on with")
struct LiveWordsTests {
    private static func line(_ words: String...) -> CompletionLine {
        CompletionLine(["jvctl"] + words, words.count, words.last ?? "")
    }

    @Test("Words go on with what is typed, each once, and no more than anybody reads")
    func continued() {
        let line = Self.line("decision", "show", "D-0")
        #expect(
            line.continued(by: ["D-0002", "D-1000", "d-0001", "D-0001", "D-0002"]) == ["D-0002", "D-0001"]
        )
        #expect(line.continued(by: (0..<2_000).map { "D-0\($0)" }).count == CompletionLine.wordsMax)
    }

    @Test("Nothing is offered in which a shell would see more than a word")
    func plain() {
        let words = [
            "$(reboot)", "`reboot`", "a b", "a;b", "a'b", "*", "~", "a\nb", "é", "", "decision/D-1.x",
        ]
        #expect(Self.line("log", "--subject", "").continued(by: words) == ["decision/D-1.x"])
    }

    @Test("What is typed is known of the last word only; a quote before it is not part of it")
    func typed() {
        #expect(CompletionLine(["jvctl", "show", "\"D-00"], 2, "\"D-").typed == "D-")
        // The prefix is that of the last word.
        #expect(CompletionLine(["jvctl", "show", "D-", "--for", "provide"], 2, "pro").typed.isEmpty)
        #expect(CompletionLine([], 0, "").typed.isEmpty)
    }

    @Test(
        "The ledger is the one that the line names",
        arguments: [
            (["decision", "show", ""], nil, nil),
            (["--instance", "mid-essex", "show", ""], "mid-essex", nil),
            (["show", "--socket=/run/x/socket", ""], nil, "/run/x/socket"),
            // As bash cuts it.
            (["show", "--socket", "=", "/run/x", "--instance", "=", "y", ""], "y", "/run/x"),
            (["show", "--instance", "x", "--instance", "y", ""], "y", nil),
            (["dissent", "D-0001", "--", "--socket", "/run/x", ""], nil, nil),
            (["show", "--sockets", "/run/x", ""], nil, nil),
        ] as [([String], String?, String?)]
    )
    func settings(words: [String], instance: String?, socket: String?) throws {
        let settings = try #require(CompletionLine(["jvctl"] + words, words.count, "").settings)
        #expect(settings.instance == instance)
        #expect(settings.socket == socket)
    }

    @Test(
        "No ledger is asked when it is on another host, or when only the shell knows which one it is",
        arguments: [
            ["--host", "ledger.example", "show", ""], ["show", "-H", "alice@ledger.example", ""],
            ["show", "--host=ledger.example", ""], ["show", "--socket", "~/socket", ""],
            ["show", "--socket=$XDG_RUNTIME_DIR/socket", ""], ["show", "--instance", "\"x\"", ""],
            ["show", "--instance"], ["show", "--socket="],
        ]
    )
    func unknownLedger(words: [String]) async {
        let line = CompletionLine(["jvctl"] + words, words.count, "")
        #expect(line.settings.map { _ in true } == nil)
        #expect(await LiveWords.keys([.decision]).words(for: line) == [])
    }

    @Test("A reference is first a kind, and once few can be meant, the keys of these")
    func references() {
        let all = LiveWords.references(KeyKind.allCases)
        #expect(all.plan("") == .known(KeyKind.allCases.map { "\($0.rawValue)/" }))
        #expect(all.plan("p") == .known(["partner/", "person/", "post/", "practice/"]))
        #expect(all.plan("pe") == .ask([question(.person)]))
        #expect(all.plan("de") == .ask([question(.decision), question(.delegation)]))
        #expect(all.plan("decision/D-0") == .ask([question(.decision)]))
        #expect(all.plan("nothing/") == .ask([]))
        let roles = LiveWords.references([.post, .seat])
        #expect(roles.plan("") == .ask([question(.post), question(.seat)]))
        #expect(roles.plan("seat/x") == .ask([question(.seat)]))
        #expect(roles.plan("person/P") == .ask([]))
    }

    private func question(_ kind: KeyKind) -> LiveWords.Question {
        LiveWords.Question(list: kind.list, kind: kind, mark: "\(kind.rawValue)/")
    }

    @Test("Keys of several kinds are asked for one after the other, with nothing before them")
    func keys() {
        let plan = LiveWords.keys([.person, .organisation]).plan("P-")
        #expect(
            plan
                == .ask([
                    LiveWords.Question(list: KeyKind.person.list, kind: .person, mark: ""),
                    LiveWords.Question(list: KeyKind.organisation.list, kind: .organisation, mark: ""),
                ])
        )
        #expect(LiveWords.types.plan("x") == .ask([LiveWords.Question(list: .types, kind: nil, mark: "")]))
    }
}
