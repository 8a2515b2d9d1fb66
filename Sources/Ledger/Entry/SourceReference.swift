// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Where an entry's content comes from: a registered piece of evidence and the place in it.
///
/// In `data`, the member `sources` is a list of these.
public struct SourceReference: Hashable, Codable, Sendable {
    /// The most sources one entry may name.
    public static let countLimit = 32
    /// The longest place, in bytes.
    public static let locatorLimit = 200

    /// The key of the evidence.
    public let evidence: Key
    /// The place in it, such as `section 4`.
    public let locator: String?

    /// A piece of evidence and the place in it.
    public init(evidence: Key, locator: String? = nil) {
        self.evidence = evidence
        self.locator = locator
    }

    /// The item as it stands in `data`.
    public var json: JSON {
        var object = JSONObject()
        object["evidence"] = .string(evidence.text)
        if let locator { object["locator"] = .string(locator) }
        return .object(object)
    }
}
