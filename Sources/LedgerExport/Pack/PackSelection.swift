// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Chooses the entries of a pack, in one pass over a ledger in the order of positions.
///
/// To a decision or an organisation belong the entries on its stream, those that name it in their data, and all of the
/// streams that such an entry begins: a dispute about a decision with all that came of it. To an organisation belongs
/// what was recorded on its behalf, too, but not whole streams: nearly everything names somebody's organisation. To a
/// person belongs what ``SubjectAccess`` finds. Wherever an entry is chosen, so are the entries that correct or retract
/// it, and those that record by what right its sealed texts were erased.
public struct PackSelection: Sendable {
    private static let amending: Set<String> = [
        "io.jvledger.entry.corrected.v1", "io.jvledger.entry.retracted.v1",
    ]
    private static let erasing = "io.jvledger.erasure.executed.v1"

    private let filter: PackFilter
    private var names: Set<String> = []
    private var streams: Set<String> = []
    private var access: SubjectAccess?
    private var chosen: Set<UInt64> = []

    /// Begins before the first entry.
    public init(_ filter: PackFilter) {
        self.filter = filter
        switch filter {
        case .whole, .range: break
        case .decision(let key): follow(key, "decision/\(key)")
        case .partner(let key): follow(key, "organisation/\(key)")
        case .person(let key): access = SubjectAccess(person: key)
        }
    }

    /// Whether entries need to be looked into, or their positions alone decide.
    public var readsContent: Bool {
        switch filter {
        case .whole, .range: false
        case .decision, .partner, .person: true
        }
    }

    /// Whether an entry belongs to it; `content` is what its bytes say, and is asked for only if ``readsContent``.
    public mutating func takes(_ position: UInt64, _ content: @autoclosure () -> JSONObject) -> Bool {
        switch filter {
        case .whole: return true
        case .range(let range): return range.contains(position)
        case .decision, .partner, .person:
            let content = content()
            let data = content["data"]?.object ?? JSONObject()
            let isTaken = concerns(content, data) || follows(content["type"]?.text ?? "", data)
            if isTaken { chosen.insert(position) }
            return isTaken
        }
    }

    private mutating func follow(_ key: String, _ stream: String) {
        names = [key, stream]
        streams = [stream]
    }

    private mutating func concerns(_ content: JSONObject, _ data: JSONObject) -> Bool {
        let subject = content["subject"]?.text ?? ""
        if let reason = access?.reason(subject: subject, data: data) {
            switch reason {
            case .ownRecord, .role, .mention: return true
            }
        }
        guard access == nil else { return false }
        if streams.contains(subject) { return true }
        if case .partner(let key) = filter {
            return content["onbehalfof"]?.text == key || mentions(.object(data))
        }
        guard mentions(.object(data)) else { return false }
        if content["streamversion"]?.integer == 1 { streams.insert(subject) }
        return true
    }

    /// Whether it says something of an entry that was chosen before.
    private func follows(_ type: String, _ data: JSONObject) -> Bool {
        func isChosen(_ value: JSON?) -> Bool {
            value?.integer.flatMap { UInt64(exactly: $0) }.map(chosen.contains) ?? false
        }
        if Self.amending.contains(type) { return isChosen(data["entry"]) }
        guard type == Self.erasing else { return false }
        return (data["fields"]?.array ?? []).contains { isChosen($0.object?["position"]) }
    }

    private func mentions(_ value: JSON) -> Bool {
        switch value {
        case .string(let text): names.contains(text)
        case .array(let items): items.contains(where: mentions)
        case .object(let object): object.members.contains { mentions($0.value) }
        case .null, .bool, .integer, .number: false
        }
    }
}
