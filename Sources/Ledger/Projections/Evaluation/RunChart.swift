// SPDX-License-Identifier: Apache-2.0

/// Values in the order of time against a median, and what in them is not chance.
///
/// The rules are those of Perla, Provost and Murray, "The run chart: a simple analytical tool for learning from
/// variation in healthcare processes", BMJ Quality & Safety 2011; 20: 46-51. Of their four, two are computed. Points
/// that are plainly unlike the others are for the eye. Too many or too few runs need a table of limits that is not
/// reproduced here. The trend rule finds little (Anhøj and Olesen, PLoS ONE 2014; 9(11): e113825) and is given because
/// people ask for it.
public struct RunChart: Hashable, Sendable {
    /// The fewest consecutive points on one side of the median that make a shift; points on the median are passed over.
    public static let shiftLength = 6
    /// The fewest consecutive points, all rising or all falling, that make a trend; of equal ones in a row one counts.
    public static let trendLength = 5
    /// The most first points of a series whose median is its centre line, so that later ones do not move it: a year of
    /// months, which is this ledger's choice.
    public static let baselineLength = 12

    /// The values, in the order of time.
    public let points: [DecimalNumber]
    /// The median that they are held against; nil when there is none.
    public let median: DecimalNumber?
    /// What is not chance, shifts first and each kind in the order of time.
    public let signals: [RunSignal]

    /// Holds values against the median of the first of them.
    public init(_ points: [DecimalNumber]) {
        self.init(points, median: DecimalNumber.median(Array(points.prefix(Self.baselineLength))))
    }

    /// Holds values against a median that comes from elsewhere, such as from before a change.
    public init(_ points: [DecimalNumber], median: DecimalNumber?) {
        self.points = points
        self.median = median
        signals = (median.map { Self.shifts(points, $0) } ?? []) + Self.trends(points)
    }

    private static func shifts(_ points: [DecimalNumber], _ median: DecimalNumber) -> [RunSignal] {
        var signals: [RunSignal] = []
        var run: RunSignal?
        func close() {
            if let run, run.count >= shiftLength { signals.append(run) }
        }
        for (index, point) in points.enumerated() where point != median {
            let isUp = point > median
            if run?.isUp == isUp {
                run?.extend(to: index)
            } else {
                close()
                run = RunSignal(kind: .shift, isUp: isUp, first: index)
            }
        }
        close()
        return signals
    }

    private static func trends(_ points: [DecimalNumber]) -> [RunSignal] {
        var signals: [RunSignal] = []
        var run: RunSignal?
        var previous: (index: Int, value: DecimalNumber)?
        func close() {
            if let run, run.count >= trendLength { signals.append(run) }
        }
        for (index, point) in points.enumerated() {
            guard let before = previous else {
                previous = (index, point)
                continue
            }
            guard point != before.value else { continue }
            let isUp = point > before.value
            if run?.isUp == isUp {
                run?.extend(to: index)
            } else {
                close()
                run = RunSignal(kind: .trend, isUp: isUp, first: before.index)
                run?.extend(to: index)
            }
            previous = (index, point)
        }
        close()
        return signals
    }
}

/// Something in a run chart that chance alone would seldom give.
public struct RunSignal: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, CaseIterable, Sendable {
        case shift, trend
    }

    /// What it is.
    public let kind: Kind
    /// Whether it is above the median or rises.
    public let isUp: Bool
    /// The index of its first point.
    public let first: Int
    /// The index of its last point.
    public private(set) var last: Int
    /// How many points count.
    public private(set) var count = 1

    init(kind: Kind, isUp: Bool, first: Int) {
        self.kind = kind
        self.isUp = isUp
        self.first = first
        last = first
    }

    /// Takes in one more point.
    mutating func extend(to index: Int) {
        last = index
        count += 1
    }

    /// What it is and which way, such as `shift up`.
    public var name: String { "\(kind.rawValue) \(isUp ? "up" : "down")" }
}
