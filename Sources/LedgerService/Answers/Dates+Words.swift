// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

// Dates as answers have them: words for people, and EDTF for machines.

extension Validity {
    /// How long, in words: `since 1 Oct 2019`, `until 2012`, `1 Oct 2019 until 31 Mar 2021`.
    var words: String {
        switch (from, to) {
        case (nil, nil): "always, as far as is recorded"
        case (let from?, nil): "since \(from.words)"
        case (nil, let to?): "until \(to.words)"
        case (let from?, let to?): "\(from.words) until \(to.words)"
        }
    }

    /// The span of an answer.
    var json: JSON {
        .members(["when": .string(words), "from": from?.json, "to": to?.json])
    }
}
