// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The entries that an answer rests on: all positions that it names, wherever in it.
public struct RestsOn: Hashable, Sendable {
    private static let members: Set<String> = ["entries", "position"]

    /// The positions, ascending, each once.
    public let positions: [UInt64]

    /// Those that a reply names.
    public init(_ reply: JSONObject) {
        var found: Set<UInt64> = []
        Self.collect(.object(reply), nil, &found)
        positions = found.sorted()
    }

    /// The line that says so.
    public var line: String {
        positions.isEmpty ? "Rests on no entry." : "Rests on entries \(PositionList.text(positions))."
    }

    private static func collect(_ value: JSON, _ name: String?, _ found: inout Set<UInt64>) {
        if let object = value.object {
            for member in object.members { collect(member.value, member.name, &found) }
        } else if let items = value.array {
            for item in items { collect(item, name, &found) }
        } else if let name, members.contains(name),
            let position = value.integer.flatMap({ UInt64(exactly: $0) })
        {
            found.insert(position)
        }
    }
}
