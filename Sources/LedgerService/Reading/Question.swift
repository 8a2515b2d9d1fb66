// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
public import Ledger

/// As of when a question is asked, on the two clocks and by the sources.
public struct Question: Hashable, Sendable {
    /// What the ledger held.
    public enum Known: Hashable, Sendable {
        /// At the end of a date.
        case at(Timestamp)
        /// Up to and including the entry at a position.
        case through(UInt64)
    }

    /// The state of the world at this instant; nil for the instant that `known` names, or now.
    public var validAt: Timestamp?
    /// What the ledger held; nil for all it holds.
    public var known: Known?
    /// Only what sources dated by this instant support; nil for everything.
    public var sourcedBy: Timestamp?

    /// A question as of now.
    public init() {}

    /// Reads the members `validAt`, `knownAt` and `sourcedBy` of a call's parameters.
    ///
    /// Each is a date (its end, in UTC); `knownAt` may also be `@N`, up to and including the entry at position N, or
    /// `checkpoint:N`, the first N entries.
    public init(_ parameters: JSONObject) throws(FieldError) {
        validAt = try Self.instant(parameters, "validAt")
        sourcedBy = try Self.instant(parameters, "sourcedBy")
        guard let text = parameters["knownAt"]?.text else { return }
        if text.hasPrefix("@") {
            guard let position = UInt64(text.dropFirst()) else {
                throw FieldError("knownAt", .notADate("@POSITION"))
            }
            known = .through(position)
        } else if text.hasPrefix("checkpoint:") {
            guard let size = UInt64(text.dropFirst("checkpoint:".count)), size > 0 else {
                throw FieldError("knownAt", .notADate("checkpoint:SIZE"))
            }
            known = .through(size - 1)
        } else {
            known = try Self.instant(parameters, "knownAt").map(Known.at)
        }
    }

    private static func instant(_ parameters: JSONObject, _ name: String) throws(FieldError) -> Timestamp? {
        guard let text = parameters[name]?.text else { return nil }
        do { return try AsOf(text).instant } catch { throw FieldError(name, .notADate("\(error)")) }
    }
}
