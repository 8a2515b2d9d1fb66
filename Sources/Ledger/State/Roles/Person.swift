// SPDX-License-Identifier: Apache-2.0

/// Someone who acts in the venture.
///
/// Personal details are sealed; the key is a number.
public struct Person: Hashable, Codable, Sendable {
    /// The name, sealed unless it was erased.
    public let name: Text?
    /// What to call them where the name is not shown, such as a title: `Senior Lecturer`.
    public let label: Text?
    /// The organisation they belong to at each time, one after another.
    public internal(set) var affiliations: Timeline<Key>

    /// The organisations they belong or may belong to at an instant.
    public func affiliations(at t: Timestamp) -> [(value: Key, truth: Truth)] { affiliations.at(t) }
}
