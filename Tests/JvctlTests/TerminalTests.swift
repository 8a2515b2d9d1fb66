// SPDX-License-Identifier: Apache-2.0
import LedgerCommands
import Testing

struct TerminalTests {
    @Test("Nothing is shortened when the output is not a terminal")
    func notATerminal() {
        let terminal = Terminal(environment: ["COLUMNS": "40"], isTerminal: false, columns: 100)
        #expect(terminal.width == nil)
        #expect(!terminal.hasColour)
    }

    @Test(
        "COLUMNS comes before what the terminal says, if it makes sense",
        arguments: [
            ("120", 90, 120), ("", 90, 90), ("x", 90, 90), ("0", 90, 90), ("-5", 0, 80), ("5", 132, 132),
        ]
    )
    func width(columns: String, told: Int, width: Int) {
        #expect(Terminal(environment: ["COLUMNS": columns], isTerminal: true, columns: told).width == width)
    }

    @Test("A terminal that says nothing has 80 columns")
    func usualWidth() { #expect(Terminal(environment: [:], isTerminal: true).width == 80) }

    @Test(
        "Colour follows SYSTEMD_COLORS, then a non-empty NO_COLOR, then the terminal",
        arguments: [
            ([:], true, true), ([:], false, false), (["TERM": "dumb"], true, false),
            (["NO_COLOR": "1"], true, false), (["NO_COLOR": ""], true, true),
            (["SYSTEMD_COLORS": "1", "NO_COLOR": "1"], false, true), (["SYSTEMD_COLORS": "0"], true, false),
            (["SYSTEMD_COLORS": "256"], false, true),
            (["SYSTEMD_COLORS": "auto-256", "NO_COLOR": "1"], true, true),
            (["SYSTEMD_COLORS": "auto-16"], false, false),
            (["SYSTEMD_COLORS": "what", "NO_COLOR": "1"], true, false),
        ]
    )
    func colour(environment: [String: String], isTerminal: Bool, hasColour: Bool) {
        let terminal = Terminal(environment: environment, isTerminal: isTerminal)
        #expect(terminal.hasColour == hasColour)
        #expect((terminal.styled("x", .bold) != "x") == hasColour)
    }

    @Test(
        "Options may stand before the verb",
        arguments: [
            (["--json=short", "log", "-n", "3"], ["log", "--json=short", "-n", "3"]),
            (["--instance", "x", "-q", "decision", "list"], ["decision", "list", "--instance", "x", "-q"]),
            (["-j", "decision"], ["decision", "-j"]), (["-j"], ["-j"]), (["log", "-j"], ["log", "-j"]),
            (["--instance", "x"], ["--instance", "x"]), (["--help"], ["--help"]), ([], []),
            (
                ["--for", "provide", "decision", "consent", "D-1"],
                ["decision", "consent", "--for", "provide", "D-1"]
            ),
            (
                ["--instance", "x", "witness", "policy", "set", "FILE"],
                ["witness", "policy", "set", "--instance", "x", "FILE"]
            ),
            (["-j", "witness", "list"], ["witness", "list", "-j"]),
        ]
    )
    func leadingOptions(typed: [String], moved: [String]) {
        #expect(LeadingOptions.moved(typed, nouns: ["decision", "witness", "witness policy"]) == moved)
    }

    @Test("The socket is the one named, that of the instance, the environment's, or the only one")
    func socket() throws {
        func path(_ socket: String?, _ instance: String?, _ environment: [String: String], _ found: [String])
            throws -> String
        {
            try SocketPath.resolve(socket: socket, instance: instance, environment: environment) { found }
        }
        let variable = ["JVLEDGER_SOCKET": "/e"]
        #expect(try path("/s", "a", variable, []) == "/s")
        #expect(try path(nil, "a", variable, []) == "/run/jvledger/a/io.jvledger.Ledger")
        #expect(try path(nil, nil, variable, ["b"]) == "/e")
        #expect(try path(nil, nil, ["JVLEDGER_SOCKET": ""], ["b"]) == "/run/jvledger/b/io.jvledger.Ledger")
        let none = #expect(throws: Complaint.self) { try path(nil, nil, [:], []) }
        #expect(none?.status == .noDaemon)
        let several = #expect(throws: Complaint.self) { try path(nil, nil, [:], ["b", "a"]) }
        #expect(several?.status == .usage)
        #expect(several?.next == ["jvctl --instance a", "jvctl --instance b"])
        let outside = #expect(throws: Complaint.self) { try path(nil, "../x", [:], []) }
        #expect(outside?.status == .usage)
    }

    @Test("A mistyped word leads to the nearest, one that is far off to none")
    func spelling() {
        #expect(Spelling.closest(to: "decisoin", among: ["decision", "dispute"]) == "decision")
        #expect(Spelling.closest(to: "xyzzy", among: ["decision", "dispute"]) == nil)
        #expect(Spelling.closest(to: "x", among: []) == nil)
    }
}
