// SPDX-License-Identifier: Apache-2.0

/// Instants as people read them.
enum DateText {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `2026-11-21T09:05:12.000000Z` as `21 Nov 2026`; any other text as it is.
    static func day(_ timestamp: String) -> String {
        let date = timestamp.split(separator: "T", maxSplits: 1).first ?? ""
        let parts = date.split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), (1...12).contains(month), let day = Int(parts[2])
        else {
            return DisplayText.line(timestamp)
        }
        return "\(day) \(months[month - 1]) \(parts[0])"
    }

    /// `2026-11-21T09:05:12.000000Z` as `21 Nov 2026 09:05 UTC`; any other text as it is.
    static func minute(_ timestamp: String) -> String {
        let parts = timestamp.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, timestamp.hasSuffix("Z") else { return DisplayText.line(timestamp) }
        return "\(day(timestamp)) \(parts[1].prefix(5)) UTC"
    }
}
