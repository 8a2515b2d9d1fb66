// SPDX-License-Identifier: Apache-2.0

/// One date of an EDTF text: what it names and how it is qualified.
struct EDTFDate: Hashable, Codable, Sendable {
    /// What is named; months are counted from January of year 0, days from 1970-01-01.
    enum Form: Hashable, Codable, Sendable {
        /// `2019-08-15T10:00:00Z`.
        case instant(Timestamp)
        /// `2019-08-15`.
        case day(Int)
        /// `2019-08`.
        case month(Int)
        /// `2019-21` to `2019-24`, by its first month: March, June, September or December.
        case season(firstMonth: Int)
        /// `2019`.
        case year(Int)
        /// `2019-08-XX`.
        case dayOfMonth(Int)
        /// `2019-XX-XX`.
        case dayOfYear(Int)
        /// `2019-XX`.
        case monthOfYear(Int)
        /// `201X`, by its first year.
        case decade(firstYear: Int)
        /// `20XX`, by its first year.
        case century(firstYear: Int)
    }

    let form: Form
    /// Whether it is marked `~` or `%`.
    let isApproximate: Bool
    /// Whether it is marked `?` or `%`.
    let isUncertain: Bool

    /// The instants of what is named; qualifiers never widen them.
    var bounds: Bounds {
        switch form {
        case .instant(let instant): Bounds(instant: instant)
        case .day(let day):
            Bounds(from: Timestamp(daysSinceEpoch: day), until: Timestamp(daysSinceEpoch: day + 1))
        case .month(let month), .dayOfMonth(let month): Self.months(1, from: month)
        case .season(let month): Self.months(3, from: month)
        case .year(let year), .dayOfYear(let year), .monthOfYear(let year): Self.months(12, from: year * 12)
        case .decade(let year): Self.months(120, from: year * 12)
        case .century(let year): Self.months(1_200, from: year * 12)
        }
    }

    private static func months(_ count: Int, from first: Int) -> Bounds {
        Bounds(
            from: Timestamp(daysSinceEpoch: CivilDate.daysSinceEpoch(monthIndex: first)),
            until: Timestamp(daysSinceEpoch: CivilDate.daysSinceEpoch(monthIndex: first + count))
        )
    }
}
