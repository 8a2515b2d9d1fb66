// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// What later entries say of earlier ones: whole new content, or that they do not count.
public struct Overlay: Sendable {
    private enum Standing: Sendable {
        case corrected(JSONObject, by: UInt64)
        case retracted
    }

    private var standings: [UInt64: Standing] = [:]

    /// Nothing is corrected.
    public init() {}

    /// Whether nothing is corrected.
    public var isEmpty: Bool { standings.isEmpty }

    /// The first position that is not as it was recorded.
    public var first: UInt64? { standings.keys.min() }

    /// Takes in a correction or retraction; passes over every other entry.
    public mutating func add(_ entry: Entry) {
        guard entry.type == EntryCorrected.typeName || entry.type == EntryRetracted.typeName,
            let event = try? Catalogue.event(of: entry)
        else { return }
        if let correction = event as? EntryCorrected {
            standings[correction.entry] = .corrected(correction.data, by: entry.position)
        } else if let retraction = event as? EntryRetracted {
            standings[retraction.entry] = .retracted
        }
    }

    /// Whether an entry stands as it was recorded.
    func leaves(_ entry: Entry) -> Bool { standings[entry.position] == nil }

    /// The entry as it stands now; nil when it does not count.
    public func standing(_ entry: Entry) -> Entry? {
        switch standings[entry.position] {
        case nil: entry
        case .retracted: nil
        case .corrected(let data, let position): (try? entry.corrected(to: data, by: position)) ?? entry
        }
    }
}
