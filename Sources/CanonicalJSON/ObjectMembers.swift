// SPDX-License-Identifier: Apache-2.0

/// The members of one object while it is read, in the order of the text.
///
/// Canonical input is in order already, which proves its names unique: nothing is sorted or searched then.
struct ObjectMembers {
    /// Room made at once, so that most objects never grow.
    private static let usualCount = 4

    private var members: [JSONObject.Member] = []

    /// The offsets of the names from the first one that is out of order; no earlier name repeats another.
    private var offsets: [Int] = []

    init() { members.reserveCapacity(Self.usualCount) }

    /// Adds a member whose name stands at `offset`.
    mutating func append(_ member: JSONObject.Member, at offset: Int) {
        let isOrdered =
            members.isEmpty || JSONObject.precedes(members[members.count - 1].name, member.name)
        if !(isOrdered && offsets.isEmpty) { offsets.append(offset) }
        members.append(member)
    }

    /// The members in canonical order, unless two have the same name.
    func object() throws(JSONError) -> JSONObject {
        guard !offsets.isEmpty else { return JSONObject(sorted: members) }
        let sorted = members.sorted { JSONObject.precedes($0.name, $1.name) }
        for (left, right) in zip(sorted, sorted.dropFirst()) where sameBytes(left.name, right.name) {
            throw duplicate(of: left.name)
        }
        return JSONObject(sorted: sorted)
    }

    /// The error that points at the second member of a name.
    private func duplicate(of name: String) -> JSONError {
        let indices = members.indices.filter { sameBytes(members[$0].name, name) }
        return .duplicateName(name, offset: offsets[indices[1] - (members.count - offsets.count)])
    }
}
