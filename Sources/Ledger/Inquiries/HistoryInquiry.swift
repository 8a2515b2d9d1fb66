// SPDX-License-Identifier: Apache-2.0

/// A question about the record itself, which the state does not keep: who recorded what, when, and what of it was
/// put right.
///
/// It takes in every entry that counts, as it was recorded and in the order of positions, and is then asked. What it
/// keeps of them must not grow with the ledger but with its answer.
public protocol HistoryInquiry: Inquiry {
    /// Takes in the next entry.
    mutating func take(_ entry: Entry)
}

extension Inquiry {
    /// The question, once it has taken in what `walk` gives it; one that does not ask for entries is as it was.
    public func having<Failure: Error>(
        _ walk: (_ body: (Entry) -> Void) throws(Failure) -> Void
    ) throws(Failure) -> Self {
        guard var reader = self as? any HistoryInquiry else { return self }
        try walk { reader.take($0) }
        return reader as? Self ?? self
    }
}
