// SPDX-License-Identifier: Apache-2.0

import Testing

/// A case after JSONTestSuite (Nicolas Seriot, "Parsing JSON is a minefield"), under the name it has there.
///
/// The first letter says what the suite asks of a reader: `y` accept, `n` refuse, `i` as it likes.
struct SuiteCase: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]

    var testDescription: String { name }

    init(_ name: String, _ text: String) { self.init(name, bytes: Array(text.utf8)) }

    init(_ name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
