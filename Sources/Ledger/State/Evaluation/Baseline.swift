// SPDX-License-Identifier: Apache-2.0

/// One version of an estimate of what would have been spent without working together.
public struct BaselineVersion: Hashable, Codable, Sendable {
    /// The estimate, whole.
    public let estimate: BaselineEstimate
    /// Why it replaced the one before.
    public let reason: Text?
    /// When it was made.
    public let happening: Happening
}

/// An estimate with all its versions, which stay: a comparison says with which one it was made (rule 87).
public struct Baseline: Hashable, Codable, Sendable {
    /// The versions, in the order of recording; version 1 is the first.
    public internal(set) var versions: [BaselineVersion]

    /// The version that was the latest at an instant, and its number; nil when there was none.
    public func version(at t: Timestamp) -> (number: Int, version: BaselineVersion)? {
        guard let index = versions.lastIndex(where: { $0.happening.happened(at: t) != .no }) else {
            return nil
        }
        return (index + 1, versions[index])
    }
}
