// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

extension History {
    /// A ledger in which a university with two units, a provider, a council and a hospital trust are
    /// registered.
    static func acrossTheBoundary() throws -> History {
        var history = try History()
        for (key, kind) in [
            ("university", "university"), ("provide", "provider"), ("council", "council"),
            ("trust", "nhsTrust"),
        ] {
            try history.record(
                "organisation.registered",
                "organisation/\(key)",
                ["title": .string(key), "kind": .string(kind)]
            )
        }
        for unit in ["sociology", "business-school"] {
            try history.record(
                "organisation.registered",
                "organisation/\(unit)",
                ["title": .string(unit), "kind": "university", "parent": "university"]
            )
        }
        return history
    }

    /// Records an action across a boundary and gives its key.
    @discardableResult
    mutating func act(
        _ kind: BoundaryActionKind = .introduction,
        broker: String,
        from: String,
        to: String,
        occurred: String? = nil,
        basis: String? = nil
    ) throws -> Key {
        let data: JSON = [
            "kind": .string(kind.rawValue), "title": "An action", "org": .string(broker),
            "fromOrganisation": .string(from), "toOrganisation": .string(to),
        ]
        return try record("boundary.action.recorded", "boundary/", data, occurred: occurred, basis: basis)
            .entry.subject.key
    }

    /// The state as it follows from the entries, with corrections and retractions in force.
    var replayed: State {
        State.replayed { body in
            for entry in entries { body(TypedEntry(entry)) }
        }
    }

    /// The journey made of the entries that stand.
    func journey() throws -> Journey {
        var overlay = Overlay()
        for entry in entries { overlay.add(entry) }
        var journey = Journey()
        for entry in entries {
            guard let standing = overlay.standing(entry), let event = try Catalogue.event(of: standing) else {
                continue
            }
            journey.add(standing, event)
        }
        return journey
    }
}

/// A key that is known to have the form of one.
func key(_ text: String) throws -> Key { try #require(Key(text)) }

/// The last instant of a day, month or year.
func endOf(_ text: String) throws -> Timestamp { try AsOf(text).instant }
