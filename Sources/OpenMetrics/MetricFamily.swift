// SPDX-License-Identifier: Apache-2.0

/// What a metric is, said once: its name, what it counts and in what unit.
public struct MetricFamily: Hashable, Sendable {
    /// How the values of a metric are kept and written (OpenMetrics 1.0 section 5).
    public enum Kind: Hashable, Sendable {
        /// Only grows, from nought at the start of the daemon.
        case counter
        /// Goes up and down.
        case gauge
        /// How many of what was observed were at most so much, for each of these bounds, ascending.
        case histogram(bounds: [Double])
    }

    /// The name without a suffix, `[a-z_]+`; it ends with the unit if there is one.
    public let name: String
    /// What it tells, in one sentence.
    public let help: String
    /// The base unit, such as `seconds` or `bytes`.
    public let unit: String?
    /// How it is kept.
    public let kind: Kind

    /// Says what a metric is.
    public init(_ name: String, _ kind: Kind, unit: String? = nil, help: String) {
        self.name = name
        self.kind = kind
        self.unit = unit
        self.help = help
    }
}
