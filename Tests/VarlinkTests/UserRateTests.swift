// SPDX-License-Identifier: Apache-2.0

import Testing
import Varlink

@Suite("How fast each user may go")
struct UserRateTests {
    private let rates = UserRates(perSecond: 100)
    private let start = ContinuousClock.now

    @Test("A second's worth may be taken at once; what is overdrawn is waited off")
    func debt() {
        #expect(rates.take(60, of: 1, at: start) == .zero)
        #expect(rates.take(40, of: 1, at: start) == .zero)
        #expect(rates.take(50, of: 1, at: start) == .zero, "it overdraws, and who comes next waits")
        #expect(rates.delay(of: 1, at: start) == .milliseconds(500))
        #expect(rates.take(50, of: 1, at: start) == .milliseconds(500))
        #expect(rates.take(1, of: 1, at: start + .milliseconds(250)) == .milliseconds(750))
        #expect(rates.delay(of: 1, at: start + .seconds(2)) == .zero)
    }

    @Test("A rest fills the allowance, and no more than that")
    func rest() {
        rates.take(100, of: 1, at: start)
        #expect(rates.take(200, of: 1, at: start + .seconds(3600)) == .zero)
        #expect(rates.delay(of: 1, at: start + .seconds(3600)) == .seconds(1))
    }

    @Test("Nobody waits for another user, however many there are")
    func users() {
        for user in 0..<5000 as Range<UInt32> {
            #expect(rates.take(1000, of: user, at: start) == .zero)
        }
        #expect(rates.delay(of: 0, at: start) == .seconds(9), "a debt is not forgotten")
    }

    @Test("A clock reading from before the last adds nothing")
    func lateReading() {
        rates.take(200, of: 1, at: start + .seconds(1))
        #expect(rates.delay(of: 1, at: start) == .seconds(1))
    }
}
