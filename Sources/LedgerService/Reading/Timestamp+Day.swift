// SPDX-License-Identifier: Apache-2.0
import Ledger

extension Timestamp {
    /// The day in UTC, in words, such as `21 Nov 2026`.
    var dayWords: String {
        let day = String(description.prefix(10))
        return (try? EDTF(day).words) ?? day
    }
}
