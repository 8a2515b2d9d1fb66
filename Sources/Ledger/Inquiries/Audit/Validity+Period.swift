// SPDX-License-Identifier: Apache-2.0

extension Validity {
    /// Whether it may hold within a period.
    ///
    /// What ends on the day on which the period begins has been handed over by then: it belongs to the one before.
    func lasts(into period: Bounds) -> Bool {
        let time = Validity(
            from: period.earliest.map { EDTF.instant($0) },
            to: period.latest.map { EDTF.instant($0) }
        )
        guard overlaps(time) != .no else { return false }
        guard let end = to?.bounds, let day = end.earliest, day == period.earliest else { return true }
        return end.latest.map { day.advanced(byMicroseconds: Int64(Timestamp.microsecondsPerDay)) < $0 }
            ?? true
    }

    /// From when until when, in as few words as a column wants.
    var short: String { "\(from?.short ?? "..") - \(to?.short ?? "..")" }
}
