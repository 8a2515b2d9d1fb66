// SPDX-License-Identifier: Apache-2.0

/// What was true when, of one kind of fact: values with their validity and the position of the entry that
/// states them.
///
/// Periods may overlap and leave gaps. They are kept in the order in which they may begin, and of equal ones
/// in the order of position, so that equal facts give equal timelines in whatever order they were inserted.
public struct Timeline<Value: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
    /// A value and when it is true.
    public struct Period: Codable, Sendable, Hashable {
        /// When the value is true.
        public var validity: Validity
        /// What is true.
        public var value: Value
        /// The position in the ledger of the entry that states it.
        public let position: UInt64

        /// States a value for a time.
        public init(_ value: Value, validity: Validity, position: UInt64) {
            self.validity = validity
            self.value = value
            self.position = position
        }

        /// The first instant at which the value may be true, unless it ends before.
        var start: Timestamp { validity.from?.bounds.earliestOrPast ?? .distantPast }
    }

    /// In the order in which they may begin, then by position.
    public private(set) var periods: [Period] = []

    /// A timeline on which nothing was ever true.
    public init() {}

    /// Adds a value for a time; earlier ones stay as they are.
    public mutating func insert(_ value: Value, validity: Validity, position: UInt64) {
        insert(Period(value, validity: validity, position: position))
    }

    /// Adds a period; earlier ones stay as they are.
    public mutating func insert(_ period: Period) {
        let key = (period.start, period.position)
        periods.insert(period, at: firstIndex { ($0.start, $0.position) > key })
    }

    /// Sets the end of every period that matches, whether it had one or not, and says how many there were.
    @discardableResult
    public mutating func end(_ to: EDTF?, where matches: (Period) -> Bool) -> Int {
        var count = 0
        for index in periods.indices where matches(periods[index]) {
            periods[index].validity.to = to
            count += 1
        }
        return count
    }

    /// The values that are or may be true at `t`, in the order of the timeline.
    public func at(_ t: Timestamp) -> [(value: Value, truth: Truth)] {
        var values: [(value: Value, truth: Truth)] = []
        for period in begun(at: t) {
            let truth = period.validity.holds(at: t)
            if truth != .no { values.append((period.value, truth)) }
        }
        return values
    }

    /// The periods that hold or may hold at `t`, in the order of the timeline.
    public func periods(at t: Timestamp) -> [Period] {
        begun(at: t).filter { $0.validity.holds(at: t) != .no }
    }

    /// The distinct instants, ascending, from which on the answer of `at(_:)` may differ from that just
    /// before.
    ///
    /// Before the first nothing is true; from each until the next the answer stays. A rule for every instant
    /// is therefore a rule for each of these.
    public var changePoints: [Timestamp] { Self.sorted(periods.flatMap(\.validity.changePoints)) }

    /// The change points, together with those of `validity`, at which `validity` holds or may hold: where a
    /// rule for every instant must be checked when a period with that validity is added, changed or removed.
    public func changePoints(within validity: Validity) -> [Timestamp] {
        var points = validity.changePoints
        for period in periods where period.validity.overlaps(validity) != .no {
            points.append(contentsOf: period.validity.changePoints)
        }
        return Self.sorted(points.filter { validity.holds(at: $0) != .no })
    }

    /// The periods that may have begun at `t`.
    private func begun(at t: Timestamp) -> ArraySlice<Period> { periods[..<firstIndex { $0.start > t }] }

    /// The first index from which on `isBeyond` holds, by bisection.
    private func firstIndex(_ isBeyond: (Period) -> Bool) -> Int {
        var low = 0
        var high = periods.count
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(periods[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private static func sorted(_ points: [Timestamp]) -> [Timestamp] {
        var distinct: [Timestamp] = []
        for point in points.sorted() where point != distinct.last { distinct.append(point) }
        return distinct
    }
}
