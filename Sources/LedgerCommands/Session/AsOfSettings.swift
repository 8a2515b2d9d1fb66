// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// As of when a question is asked.
public struct AsOfSettings: Hashable, Sendable {
    /// The state of the world at a date.
    public var validAt: String?
    /// What the ledger held at a date, at `@POSITION` or at `checkpoint:SIZE`.
    public var knownAt: String?
    /// Only what sources dated by then support.
    public var sourcedBy: String?
    /// Whether to show the positions of the entries that the answer rests on.
    public var showsEntries = false

    /// As of now.
    public init(
        validAt: String? = nil,
        knownAt: String? = nil,
        sourcedBy: String? = nil,
        showsEntries: Bool = false
    ) {
        self.showsEntries = showsEntries
        self.validAt = validAt
        self.knownAt = knownAt
        self.sourcedBy = sourcedBy
    }

    /// The parameters with those that say as of when.
    public func added(to parameters: JSONObject) -> JSONObject {
        var parameters = parameters
        if let validAt { parameters["validAt"] = .string(validAt) }
        if let knownAt { parameters["knownAt"] = .string(knownAt) }
        if let sourcedBy { parameters["sourcedBy"] = .string(sourcedBy) }
        return parameters
    }

    /// What may be asked instead when the ledger held nothing then, if it was asked what it held at a date.
    public var hint: String? {
        guard let knownAt, sourcedBy == nil, knownAt.utf8.first.map({ (0x30...0x39).contains($0) }) == true
        else {
            return nil
        }
        return "For what sources of that date support: --sourced-by \(DisplayText.line(knownAt))"
    }
}
