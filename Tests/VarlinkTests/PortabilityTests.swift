// SPDX-License-Identifier: Apache-2.0

import Testing
import Varlink

/// What the grammar allows and some client cannot read is found.
struct PortabilityTests {
    private func problems(_ members: String) throws -> [String] {
        try InterfaceDescription(parsing: "interface a.b\n" + members + "\n").portabilityProblems()
    }

    @Test(arguments: [
        ("type T (a: [][]int)", ["line 2, column 14: a container directly in a container"]),
        ("type T (a: [string][]int)", ["line 2, column 20: a container directly in a container"]),
        ("type T (a: []?int)", ["line 2, column 14: a nullable element of a container"]),
        ("type T (a: [string]())", ["line 2, column 20: an empty structure as a type"]),
        ("type T ()", ["line 2, column 8: an empty structure as a type"]),
        ("type T (a: ())", ["line 2, column 12: an empty structure as a type"]),
        ("type T (\n  a: int\n  # last\n)", ["line 4, column 3: a comment after a field or value"]),
        ("type T (\n  a: int # last\n)", ["line 3, column 10: a comment after a field or value"]),
        ("type T (\n  a: int, # a\n  b: int\n)", ["line 3, column 11: a comment after something"]),
        ("method X()\n# here\n-> ()", ["line 3, column 1: a comment between tokens"]),
        ("method X() -> () # here", ["line 2, column 18: a comment after something"]),
        ("type T (a: [] int)", ["line 2, column 14: white space inside a type"]),
        ("type T (a: ? int)", ["line 2, column 13: white space inside a type"]),
        ("type T (a: [ ]int)", ["line 2, column 13: white space inside a type"]),
        ("type T (a)", ["line 2, column 8: an enumeration of one value"]),
        ("type T (a: any)", ["line 2, column 12: “any”, which is newer than many clients"]),
        ("type T (a: float)", ["line 2, column 12: “float”, which clients round and print differently"]),
    ])
    func notPortable(members: String, expected: [String]) throws {
        #expect(try problems(members) == expected)
    }

    @Test(arguments: [
        "type T (next: ?T, all: []T, byName: [string]T)",
        "type T (state: (open, closed), place: (x: int, y: int), list: ?[]string, map: ?[string]int)",
        "type T (type: int, error: int, method: int, Upper: int)",
        "type T (a: int)\r",
        "# Grüße, 世界\ntype T (\n  # Grüße\n  a: int,\n\n  # and\n  # more\n  b: int\n)",
        "type T (\n  # first\n  a,\n  # second\n  b\n)",
        "method X() -> ()\nmethod Y () -> ()\nerror E ()",
        "method X(a: ?object) -> (b: object)",
    ])
    func portable(members: String) throws {
        #expect(try problems(members) == [])
    }

    @Test func ownInterfacesArePortable() async throws {
        #expect(InterfaceDescription(builtIn: Example.text).portabilityProblems() == [])
    }

    /// The ledger-like skeleton that all three parsers were tried with.
    @Test func skeleton() throws {
        let text = """
            # Joint-venture ledger: append-only journal of one venture.
            interface io.jvledger.Ledger

            # Lifecycle of an entry.
            type EntryState (pending, posted, reversed)

            # One leg of an entry. Amounts are integers in minor units of the currency.
            type Posting (
              account: string,
              # Positive = debit, negative = credit. |amount| <= 9007199254740991.
              amount: int,
              currency: string
            )

            type Entry (id: string, sequence: int, state: EntryState, memo: ?string, postings: []Posting)

            # Append one balanced entry; idempotent per idempotencyKey.
            method Append(idempotencyKey: string, memo: ?string, postings: []Posting) -> (entry: Entry)

            # Current head first, then one reply per new entry.
            # [Requires 'more' flag]
            method Monitor(after: ?int) -> (entry: ?Entry, sequence: ?int)

            error Unbalanced (currency: string, difference: int)
            error ReadOnly (message: ?string)
            """
        let interface = try InterfaceDescription(parsing: text)
        #expect(interface.portabilityProblems() == [])
        #expect(interface.method(named: "Monitor")?.series == .required)
    }
}
