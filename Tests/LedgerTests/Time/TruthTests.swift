// SPDX-License-Identifier: Apache-2.0

import Ledger
import Testing

/// The laws of Kleene's strong logic, for every combination of answers.
struct TruthTests {
    private let all = Truth.allCases

    /// The plain answers that a three-valued one leaves open.
    private func readings(_ truth: Truth) -> [Bool] {
        switch truth {
        case .no: [false]
        case .possibly: [false, true]
        case .yes: [true]
        }
    }

    @Test func connectivesAreThoseOfEveryReading() {
        for a in all {
            #expect(a.negated == Truth(whether: readings(a).map { !$0 }))
            for b in all {
                let pairs = readings(a).flatMap { x in readings(b).map { (x, $0) } }
                #expect(a.and(b) == Truth(whether: pairs.map { $0 && $1 }))
                #expect(a.or(b) == Truth(whether: pairs.map { $0 || $1 }))
            }
        }
    }

    @Test func laws() {
        for a in all {
            #expect(a.negated.negated == a)
            #expect(a.and(a) == a && a.or(a) == a)
            #expect(a.and(.yes) == a && a.or(.no) == a)
            #expect(a.and(.no) == .no && a.or(.yes) == .yes)
            for b in all {
                #expect(a.and(b) == b.and(a) && a.or(b) == b.or(a))
                #expect(a.and(b).negated == a.negated.or(b.negated))
                #expect(a.or(b).negated == a.negated.and(b.negated))
                #expect(a.and(a.or(b)) == a && a.or(a.and(b)) == a)
                for c in all {
                    #expect(a.and(b.and(c)) == a.and(b).and(c) && a.or(b.or(c)) == a.or(b).or(c))
                    #expect(a.and(b.or(c)) == a.and(b).or(a.and(c)))
                }
            }
        }
    }

    @Test func uncertaintyIsNotExcluded() {
        #expect(Truth.possibly.or(Truth.possibly.negated) == .possibly)
        #expect(Truth.possibly.and(Truth.possibly.negated) == .possibly)
    }

    @Test func ofConditions() {
        #expect(Truth(true) == .yes)
        #expect(Truth(false) == .no)
        #expect(Truth(rawValue: "possibly") == .possibly)
    }
}
