// SPDX-License-Identifier: Apache-2.0

/// What something was called when.
///
/// Each name holds from its date until the next begins, in whatever order they were recorded.
public struct Names: Hashable, Codable, Sendable {
    private var timeline = Timeline<Text>()

    /// A thing that has always had this name, as far as is recorded.
    init(_ first: Text, position: UInt64) {
        timeline.insert(first, validity: Validity(), position: position)
    }

    /// Nothing is known of its name.
    init() {}

    /// Adds a name that it has from a date.
    mutating func rename(_ name: Text, from date: EDTF, position: UInt64) {
        timeline.insert(name, validity: Validity(from: date), position: position)
    }

    /// The name that it had at `t`: the last that had certainly begun, or else the first that there is.
    public func at(_ t: Timestamp) -> Text? {
        let begun = timeline.periods.last { $0.validity.holds(at: t) == .yes }
        return (begun ?? timeline.periods.first)?.value
    }

    /// Every name with its time, earliest first.
    public var history: [NamePeriod] {
        let periods = timeline.periods
        return periods.indices.map { index in
            let next = index + 1 < periods.count ? periods[index + 1].validity.from : nil
            return NamePeriod(
                name: periods[index].value,
                validity: Validity(from: periods[index].validity.from, to: next)
            )
        }
    }
}

/// A name and when it was in use.
public struct NamePeriod: Hashable, Codable, Sendable {
    /// The name.
    public let name: Text
    /// When it was in use; without `from`, since before the record.
    public let validity: Validity
}
