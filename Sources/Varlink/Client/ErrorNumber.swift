// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The number of a system error, which prints as what it means.
struct ErrorNumber: CustomStringConvertible {
    /// Room for the longest text of the C library, and then some.
    private static let textBytesMax = 256

    private let number: CInt

    init(_ number: CInt) { self.number = number }

    var description: String {
        var text = [CChar](repeating: 0, count: Self.textBytesMax)
        guard strerror_r(number, &text, text.count) == 0 else { return "error \(number)" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
