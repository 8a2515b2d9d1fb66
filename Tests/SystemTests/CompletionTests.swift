// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// The TAB key, as bash asks for it.
@Suite struct CompletionTests {
    /// Has bash complete the last of the words that it is given, and prints what it would offer.
    private static let bash = """
        source "$1" && shift || exit
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE} COMPREPLY=()
        _jvctl "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """

    /// How often it is asked: after a second a shell is told nothing, and the machine may be busy with other tests.
    private static let attemptsMax = 20

    @Test(
        "bash offers what has just been recorded, and nothing where nothing may be read",
        .timeLimit(.minutes(5))
    )
    func offered() async throws {
        try await Daemon.serve { daemon in
            let script = try await Command([Command.control, "--generate-completion-script", "bash"]).run()
            let file = try daemon.directory.write("jvctl.bash", script.output)
            func expect(_ words: String..., offers expected: [String], as user: User = .office) async throws {
                var command = Command(["bash", "-c", Self.bash, "bash", file, Command.control] + words)
                command.user = user
                command.environment = ["JVLEDGER_SOCKET": daemon.socket]
                var offered: [String] = []
                for _ in 1...Self.attemptsMax {
                    let outcome = try await command.run()
                    try #require(outcome.status == 0 && outcome.errors.isEmpty, "\(words): \(outcome)")
                    offered = outcome.lines.sorted()
                    if offered == expected { break }
                }
                #expect(offered == expected, "\(words)")
            }
            try await expect("decision", "show", "", offers: [])

            try await daemon.record(Venture.founding + Self.recorded)
            let partners = Venture.partners.sorted()
            try await expect("decision", "show", "", offers: ["D-0001", "D-0002"])
            try await expect("decision", "show", "D-0002", offers: ["D-0002"])
            try await expect("decision", "show", "X", offers: [])
            try await expect("post", "show", "pro", offers: ["programme-manager"])
            try await expect("organisation", "show", "p", offers: ["programme-office", "provide"])
            try await expect("decision", "consent", "D-0001", "--report", "", offers: partners)
            try await expect("decision", "start", "D-0001", "--for", "e", offers: ["essex-county-council"])
            try await expect("decision", "start", "D-0001", "--source", "", offers: ["REF"])
            try await expect("role", "assign", "", offers: ["post/programme-manager"])
            try await expect("record", "proposal.t", offers: ["proposal.tabled"])
            try await expect("log", "--subject", "dec", offers: ["decision/D-0001", "decision/D-0002"])
            try await expect("export", "--format", "c", offers: ["cloudevents", "csv"])

            try await expect("decision", "show", "--socket", "/nowhere", "", offers: [])
            try await expect("decision", "show", "--host", "nowhere.invalid", "", offers: [])
            if User.isRoot { try await expect("decision", "show", "", offers: [], as: .stranger) }
        }
    }

    private static let recorded = [
        entry("proposal.tabled", "decision/D-0001", ["title": "Extend the method"]),
        entry("proposal.tabled", "decision/D-0002", ["title": "Fund a post"]),
        entry(
            "post.defined",
            "post/programme-manager",
            ["title": "Programme manager"],
            occurred: "2019-08-01"
        ),
    ]

    @Test(
        "whatever goes wrong, a shell is told nothing",
        arguments: [
            ["decision", "show", "--", "positional@0", "3", "0", "jvctl", "decision", "show", ""],
            ["log", "--", "--type", "3", "0", "jvctl", "log", "--type", ""],
            // Of a script of another version.
            ["decision", "gone", "--", "positional@0", "3", "0", "jvctl", "decision", "gone", ""],
            ["decision", "show", "--", "positional@7", "3", "0", "jvctl", "decision", "show", ""],
            ["decision", "show", "--", "--note", "4", "0", "jvctl", "decision", "show", "--note", ""],
            ["decision", "show", "--", "positional@0", "three"], ["decision", "show"], [],
        ]
    )
    func silent(request: [String]) async throws {
        let directory = try TemporaryDirectory()
        for shell in ["bash", "fish"] {
            var command = Command([Command.control, "---completion"] + request)
            command.environment = ["JVLEDGER_SOCKET": directory.file("socket"), "SAP_SHELL": shell]
            let outcome = try await command.run()
            #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
        }
    }

    @Test("a daemon that does not answer holds no shell up", .timeLimit(.minutes(3)))
    func hanging() async throws {
        let directory = try TemporaryDirectory()
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        try #require(listener >= 0)
        defer { close(listener) }
        let path = directory.file("socket")
        try #require(UnixAddress(path).use(listener, bind) == 0 && listen(listener, 16) == 0)
        var command = Command([
            Command.control, "---completion", "log", "--", "--type", "3", "0", "jvctl", "log", "--type", "",
        ])
        command.environment = ["JVLEDGER_SOCKET": path]
        let outcome = try await command.run()
        #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
    }
}
