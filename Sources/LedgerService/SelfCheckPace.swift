// SPDX-License-Identifier: Apache-2.0

/// How fast a ledger that is in service reads itself again.
public struct SelfCheckPace: Hashable, Sendable {
    /// The rates that may be asked for.
    public static let rates = 65_536...(1 << 30)
    /// The minutes between passes that may be asked for: up to a week.
    public static let gaps = 1...10_080

    /// The bytes of entries read in a second, at most: after each page there is a pause for as long.
    public var bytesPerSecond: Int
    /// The minutes from the end of a pass to the beginning of the next.
    public var minutesBetweenPasses: Int

    /// A megabyte a second, so that neither disk nor processor notice, and an hour between passes.
    public init(bytesPerSecond: Int = 1 << 20, minutesBetweenPasses: Int = 60) {
        self.bytesPerSecond = bytesPerSecond
        self.minutesBetweenPasses = minutesBetweenPasses
    }

    /// How long to pause after reading so much.
    func pause(after bytes: UInt64) -> Duration {
        .seconds(1) * (Double(bytes) / Double(max(bytesPerSecond, 1)))
    }

    var betweenPasses: Duration { .seconds(Int64(minutesBetweenPasses) * 60) }
}
