// SPDX-License-Identifier: Apache-2.0

/// The members of a JSON object, kept in the order RFC 8785 section 3.2.3 writes them: by the UTF-16 code
/// units of their names.
///
/// A sorted array, not a dictionary: objects here have few members, canonical output needs the order, and a
/// dictionary keyed by `String` would merge names that are canonically equivalent.
public struct JSONObject: Sendable, Hashable {
    /// One name and its value.
    public struct Member: Sendable, Hashable {
        /// The member's name, unescaped.
        public let name: String
        /// The member's value.
        public var value: JSON

        /// Pairs a name with a value.
        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }

        public static func == (left: Member, right: Member) -> Bool {
            sameBytes(left.name, right.name) && left.value == right.value
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(value)
        }
    }

    /// All members, ascending by the UTF-16 code units of their names; no two names are the same bytes.
    public private(set) var members: [Member]

    /// An object with no members.
    public init() { members = [] }

    /// Takes members that are already in order and unique; the reader has checked that.
    init(sorted members: [Member]) { self.members = members }

    /// An object with these members; a later duplicate name replaces the earlier one.
    public init(_ members: [(String, JSON)]) {
        self.init()
        reserveCapacity(members.count)
        for (name, value) in members { self[name] = value }
    }

    /// Makes room for so many members in one go.
    public mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

    /// The number of members.
    public var count: Int { members.count }

    /// Whether there are no members.
    public var isEmpty: Bool { members.isEmpty }

    /// The value of a member; setting nil removes it.
    public subscript(name: String) -> JSON? {
        get {
            let index = position(of: name)
            return index < members.count && sameBytes(members[index].name, name) ? members[index].value : nil
        }
        set {
            let index = position(of: name)
            let exists = index < members.count && sameBytes(members[index].name, name)
            switch (newValue, exists) {
            case (let value?, true): members[index].value = value
            case (let value?, false): members.insert(Member(name, value), at: index)
            case (nil, true): members.remove(at: index)
            case (nil, false): break
            }
        }
    }

    /// The first place whose name is not before `name`.
    private func position(of name: String) -> Int {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(members[middle].name, name) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether `a` comes before `b` by UTF-16 code units (RFC 8785 section 3.2.3).
    ///
    /// Bytes of UTF-8 order as code points do. UTF-16 differs only in placing the characters beyond U+FFFF
    /// (leading byte F0 and above), written as surrogates, before U+E000 to U+FFFF (leading byte EE or EF).
    public static func precedes(_ a: String, _ b: String) -> Bool {
        let left = a.utf8.span
        let right = b.utf8.span
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            let (before, after) = (left[index], right[index])
            let crossesSurrogates = min(before, after) >= 0xEE && (before >= 0xF0) != (after >= 0xF0)
            return (before < after) != crossesSurrogates
        }
        return left.count < right.count
    }
}
