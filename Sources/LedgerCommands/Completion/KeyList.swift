// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// A question to the daemon whose answer lists keys, or other words that can be typed.
struct KeyList: Hashable, Sendable {
    /// The types of entries.
    static let types = KeyList("Ledger.DescribeTypes", "types.name")

    /// The method, in full.
    let method: String
    /// The members that lead to the words; each item of an array is followed.
    let path: [String]
    /// Whether what has ended has to be asked for.
    let withEnded: Bool

    /// A method without what all their names begin with, and its path with dots.
    init(_ method: String, _ path: String = "rows.key", withEnded: Bool = false) {
        self.method = "io.jvledger.\(method)"
        self.path = path.split(separator: ".").map { String($0) }
        self.withEnded = withEnded
    }

    /// What is asked for.
    var parameters: JSONObject { JSONObject(withEnded ? [("all", true)] : []) }

    /// The words in an answer, in its order; those that the caller may not see are not there.
    func texts(in reply: JSONObject) -> [String] { Self.texts(in: .object(reply), path[...]) }

    private static func texts(in value: JSON, _ path: ArraySlice<String>) -> [String] {
        if let items = value.array { return items.flatMap { texts(in: $0, path) } }
        guard let name = path.first else { return value.text.map { [$0] } ?? [] }
        return value.object?[name].map { texts(in: $0, path.dropFirst()) } ?? []
    }
}
