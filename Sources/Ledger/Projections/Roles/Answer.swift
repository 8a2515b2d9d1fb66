// SPDX-License-Identifier: Apache-2.0

/// Something that was or may have been so at the instant asked about, and the entry it rests on.
public struct Answer<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What.
    public let value: Value
    /// Whether: yes or possibly.
    public let truth: Truth
    /// The position of the entry that states it.
    public let position: UInt64
}

extension Timeline {
    /// What was or may have been so at an instant, in the order in which it may have begun.
    func answers(at t: Timestamp) -> [Answer<Value>] {
        periods(at: t).map { period in
            Answer(value: period.value, truth: period.validity.holds(at: t), position: period.position)
        }
    }
}
