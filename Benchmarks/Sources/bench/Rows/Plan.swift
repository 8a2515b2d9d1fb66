// SPDX-License-Identifier: Apache-2.0

/// How much is measured.
struct Plan {
    /// The sizes of the ledgers that are asked, exported and started from, ascending.
    let sizes: [Int]
    /// How often floor and measurement take turns.
    let rounds: Int
    /// How long a turn of a row with load takes, in seconds.
    let turnSeconds: Int

    /// How many turns what reads all entries of a ledger takes: more where a turn is short, since there noise weighs more.
    func rounds(at size: Int) -> Int { size <= 10_000 ? rounds * 3 : size <= 100_000 ? rounds : 3 }

    /// In under two minutes.
    static let quick = Plan(sizes: [10_000], rounds: 5, turnSeconds: 2)
    /// In some minutes, most of them for the last size.
    static let full = Plan(sizes: [10_000, 100_000, 1_000_000], rounds: 7, turnSeconds: 4)
}
