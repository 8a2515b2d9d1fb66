// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

extension History {
    /// Two partners since 2013, a third organisation, and four people of the first.
    static func partnership() throws -> History {
        var history = try History()
        for (key, kind) in [("provide", "provider"), ("council", "council"), ("trust", "nhsTrust")] {
            try history.record(
                "organisation.registered",
                "organisation/\(key)",
                ["title": .string(key), "kind": .string(kind)]
            )
        }
        for partner in ["provide", "council"] {
            try history.record(
                "partner.joined",
                "partner/\(partner)",
                ["right": "required"],
                occurred: "2013-01-01T00:00:00Z"
            )
        }
        for number in 1...4 {
            try history.record(
                "person.registered",
                "person/",
                ["label": .string("Officer \(number)"), "organisation": "provide"]
            )
        }
        return history
    }

    /// Defines a post from an instant or date on, and gives what was accepted.
    @discardableResult
    mutating func define(
        _ key: String = "manager",
        from: String = "2019-01-01T00:00:00Z",
        to: String? = nil,
        with more: [String: JSON] = [:]
    ) throws -> Accepted {
        var data = more
        data["title"] = "Manager"
        data["from"] = .string(from)
        if let to { data["to"] = .string(to) }
        return try record("post.defined", "post/\(key)", .members(data))
    }

    /// Assigns a person to a post or seat, and gives what was accepted.
    @discardableResult
    mutating func assign(
        _ person: Int,
        _ role: String = "post/manager",
        from: String,
        to: String? = nil,
        with more: [String: JSON] = [:]
    ) throws -> Accepted {
        var data = more
        data["person"] = .string("P-000\(person)")
        data["role"] = .string(role)
        data["from"] = .string(from)
        if let to { data["to"] = .string(to) }
        return try record("role.assigned", "assignment/", .members(data))
    }

    /// Records who pays how much of a post, and gives what was accepted.
    @discardableResult
    mutating func fund(
        _ name: String = "funding.agreed",
        _ post: String = "manager",
        from: String? = nil,
        to: String? = nil,
        total: Int64? = nil,
        shares: [(String, Int64)]
    ) throws -> Accepted {
        var data: [String: JSON] = ["post": .string(post)]
        if let from { data["from"] = .string(from) }
        if let to { data["to"] = .string(to) }
        if let total { data["total"] = ["currency": "GBP", "minor": .integer(total)] }
        data["shares"] = .array(
            shares.map { ["organisation": .string($0.0), "basisPoints": .integer($0.1)] }
        )
        return try record(name, "funding/\(post)", .members(data))
    }
}

extension JSON {
    /// An object with these members.
    static func members(_ members: [String: JSON]) -> JSON {
        var object = JSONObject()
        for (name, value) in members { object[name] = value }
        return .object(object)
    }
}

extension Subject {
    /// The post that most tests are about.
    static let manager = Subject(.post, .manager)
}

extension Key {
    /// The post that most tests are about.
    static let manager = Key(unchecked: "manager")

    /// The key of the assignment with this number.
    static func assignment(_ number: Int) -> Key { Key(unchecked: "A-000\(number)") }

    /// The key of the person with this number.
    static func person(_ number: Int) -> Key { Key(unchecked: "P-000\(number)") }

    /// The key of an organisation.
    static func organisation(_ name: String) -> Key { Key(unchecked: name) }
}

/// The last microsecond of a day, a month or a year, or an instant.
func asOf(_ text: String) throws -> Timestamp { try AsOf(text).instant }

/// The instant just before one.
func justBefore(_ text: String) throws -> Timestamp { try asOf(text).advanced(byMicroseconds: -1) }
