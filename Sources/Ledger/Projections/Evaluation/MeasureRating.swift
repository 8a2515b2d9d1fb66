// SPDX-License-Identifier: Apache-2.0

/// Red, amber or green: how a value stands against a target.
public enum MeasureRating: String, CaseIterable, Sendable {
    /// The target is met.
    case green
    /// It is missed by no more than the definition lets pass as amber.
    case amber
    /// It is missed by more.
    case red

    /// The rating of a value; nil without a target or without knowing which way is better (rule 82).
    ///
    /// Where the target itself is best, only the target is green.
    init?(
        _ value: DecimalNumber,
        target: DecimalNumber?,
        better: BetterDirection?,
        amber: DecimalNumber?
    ) {
        guard let target, let better else { return nil }
        let above = value.billionths - target.billionths
        let miss =
            switch better {
            case .higher: max(0, -above)
            case .lower: max(0, above)
            case .target: abs(above)
            }
        self = miss == 0 ? .green : miss <= (amber?.billionths ?? 0) ? .amber : .red
    }

    /// The limits between green, amber and red, in words; nil where nothing is rated.
    static func band(
        target: DecimalNumber?,
        better: BetterDirection?,
        amber: DecimalNumber?
    ) -> String? {
        guard let target, let better else { return nil }
        let margin = amber.flatMap { $0.billionths > 0 ? $0 : nil }
        func limit(_ sign: Int128) -> String? {
            margin.flatMap {
                DecimalNumber(billionths: target.billionths + sign * $0.billionths)?.description
            }
        }
        switch better {
        case .higher:
            return "green from \(target)" + (limit(-1).map { ", amber from \($0), else red" } ?? ", else red")
        case .lower:
            return "green to \(target)" + (limit(1).map { ", amber to \($0), else red" } ?? ", else red")
        case .target:
            return "green at \(target)" + (margin.map { ", amber within \($0), else red" } ?? ", else red")
        }
    }
}

extension BetterDirection {
    /// Whether going from one value to another is better, worse or the same; nil where only a target would tell and
    /// there is none.
    func direction(
        from old: DecimalNumber,
        to new: DecimalNumber,
        target: DecimalNumber?
    ) -> String? {
        func word(_ change: Int128) -> String { change > 0 ? "better" : change < 0 ? "worse" : "same" }
        switch self {
        case .higher: return word(new.billionths - old.billionths)
        case .lower: return word(old.billionths - new.billionths)
        case .target:
            guard let target else { return nil }
            return word(
                abs(old.billionths - target.billionths) - abs(new.billionths - target.billionths)
            )
        }
    }
}
