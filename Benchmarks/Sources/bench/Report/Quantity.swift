// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A number and what it counts.
struct Quantity: Codable {
    enum Unit: String, Codable {
        case seconds, bytes
        /// Entries in a second.
        case entriesPerSecond
        /// Bytes of the daemon for each entry.
        case bytesPerEntry
    }

    let value: Double
    let unit: Unit

    static func seconds(_ value: Double) -> Quantity { Quantity(value: value, unit: .seconds) }
    static func bytes(_ value: Int) -> Quantity { Quantity(value: Double(value), unit: .bytes) }
    static func entriesPerSecond(_ value: Double) -> Quantity {
        Quantity(value: value, unit: .entriesPerSecond)
    }
}

extension Quantity: CustomStringConvertible {
    /// To three digits, in the unit that fits.
    var description: String {
        switch unit {
        case .seconds where value < 1e-3: Self.digits(value * 1e6) + " us"
        case .seconds where value < 1: Self.digits(value * 1e3) + " ms"
        case .seconds: Self.digits(value) + " s"
        case .bytes: Self.digits(value / 1e6) + " MB"
        case .entriesPerSecond: Self.digits(value) + " /s"
        case .bytesPerEntry: Self.digits(value) + " B"
        }
    }

    /// A number to three digits, or all digits before the point.
    static func digits(_ value: Double) -> String {
        String(format: value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value)
    }
}
