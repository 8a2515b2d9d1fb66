// SPDX-License-Identifier: Apache-2.0

import Systemd
import Testing

struct WatchdogTests {
    @Test func intervalIsHalfTheTimeout() throws {
        let watchdog = try #require(
            try Watchdog.requested(
                environment: ["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "77"],
                processID: 77
            )
        )
        #expect(watchdog.timeout == .seconds(30))
        #expect(watchdog.interval == .seconds(15))
    }

    @Test func processIsOptional() throws {
        #expect(try Watchdog.requested(environment: ["WATCHDOG_USEC": "1"], processID: 77) != nil)
    }

    @Test(arguments: [[:], ["WATCHDOG_PID": "77"], ["WATCHDOG_USEC": "1", "WATCHDOG_PID": "78"]])
    func nothingIsAskedOfThisProcess(environment: [String: String]) throws {
        #expect(try Watchdog.requested(environment: environment, processID: 77) == nil)
    }

    @Test(arguments: ["", "0", "-1", "+1", "1s", " 1", "9223372036854775808"])
    func malformedTimeoutIsNamed(text: String) {
        #expect(throws: SystemdError.malformedVariable(name: "WATCHDOG_USEC", value: text)) {
            try Watchdog.requested(environment: ["WATCHDOG_USEC": text], processID: 77)
        }
    }

    @Test(arguments: ["", "0", "self", "2147483648"])
    func malformedProcessIsNamed(text: String) {
        #expect(throws: SystemdError.malformedVariable(name: "WATCHDOG_PID", value: text)) {
            try Watchdog.requested(environment: ["WATCHDOG_USEC": "1", "WATCHDOG_PID": text], processID: 77)
        }
    }
}
