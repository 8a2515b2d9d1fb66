// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing

/// The reader against the public collection of edge cases.
struct SuiteTests {
    @Test("JSON is accepted and written compactly as the same value", arguments: SuiteCase.accepted)
    func accepted(suiteCase: SuiteCase) throws {
        let value = try JSON(parsing: suiteCase.bytes)
        #expect(try JSON(parsing: value.compactBytes()) == value)
    }

    @Test("Numbers of any size are taken as they are written", arguments: SuiteCase.acceptedByChoice)
    func acceptedByChoice(suiteCase: SuiteCase) throws {
        #expect(try JSON(parsing: suiteCase.bytes).compactBytes() == suiteCase.bytes)
    }

    @Test("What is not JSON is refused", arguments: SuiteCase.refused + SuiteCase.refusedByChoice)
    func refused(suiteCase: SuiteCase) {
        #expect(throws: JSONError.self) { try JSON(parsing: suiteCase.bytes) }
    }
}
