// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Which sealed texts the receiver of a pack sees, of those that its writer may read.
public enum PackReceiver: Hashable, Sendable {
    /// What everyone who reads the ledger sees, and what is classified for the receiver.
    case receiver(String)
    /// All that the writer may read.
    case all
    /// None.
    case none

    /// Why a text of this classification is not shown; nil when it is.
    func withholding(_ classification: String?) -> Withholding? {
        switch self {
        case .all: nil
        case .none: .asked
        case .receiver(let key):
            classification.map { $0 == "partner:\(key)" } ?? true ? nil : .notForReceiver
        }
    }
}

/// Says what became of the sealed texts of a pack's entries, and counts them; ``AuditPack`` has the format.
public struct PackDisclosures: Sendable {
    /// Why a text cannot be told of.
    public enum Problem: Error, Hashable, Sendable {
        /// It was erased while the pack was being written.
        case erasedMeanwhile(position: UInt64)
        /// The ledger did not say what became of it.
        case notTold(position: UInt64, field: String)
    }

    private let receiver: PackReceiver
    private let size: UInt64
    /// How many texts are shown.
    public private(set) var disclosed = 0
    /// How many are erased.
    public private(set) var erased = 0
    /// How many are withheld, for each reason.
    public private(set) var withheld: [Withholding: Int] = [:]
    /// Whether any entry of the ledger, in the pack or not, has a text that the writer reads and the receiver does not.
    public private(set) var hidesFromReceiver = false

    /// Begins a pack over so many entries.
    public init(for receiver: PackReceiver, size: UInt64) {
        self.receiver = receiver
        self.size = size
    }

    /// Notes an entry that the pack does not have.
    public mutating func pass(_ reply: JSONObject, _ content: JSONObject) {
        guard reply["disclosed"]?.object?.isEmpty == false else { return }
        hidesFromReceiver = hidesFromReceiver || withholding(content) != nil
    }

    /// The lines for an entry of the pack, as `Ledger.List` answered it with its disclosures; none when nothing is sealed.
    public mutating func lines(
        _ position: UInt64,
        _ reply: JSONObject,
        _ content: JSONObject
    ) throws(Problem) -> [UInt8] {
        var lines: [UInt8] = []
        let data = content["data"]?.object
        let names = [data, data?["data"]?.object].flatMap { $0?["sealed"]?.array ?? [] }.compactMap(\.text)
        for name in names {
            var line = JSONObject([("position", .integer(Int64(position))), ("field", .string(name))])
            let state = try state(name, position, reply, content)
            for member in state.members { line[member.name] = member.value }
            lines += JSON.object(line).compactBytes()
            lines.append(0x0A)
        }
        return lines
    }

    private mutating func state(
        _ name: String,
        _ position: UInt64,
        _ reply: JSONObject,
        _ content: JSONObject
    ) throws(Problem) -> JSONObject {
        if let text = reply["disclosures"]?.object?[name]?.text {
            guard let why = withholding(content) else {
                disclosed += 1
                return JSONObject([("state", "disclosed"), ("disclosure", .string(text))])
            }
            hidesFromReceiver = true
            return withhold(why)
        }
        let gone = (reply["erased"]?.array ?? []).firstIndex { $0.text == name }
        if let gone, let by = reply["erasedBy"]?.array?[gone].integer.flatMap({ UInt64(exactly: $0) }) {
            guard by < size else { throw .erasedMeanwhile(position: position) }
            erased += 1
            return JSONObject([("state", "erased"), ("by", .integer(Int64(by)))])
        }
        guard reply["withheld"]?.array?.contains(.string(name)) == true else {
            throw .notTold(position: position, field: name)
        }
        return withhold(.notReadable)
    }

    private mutating func withhold(_ why: Withholding) -> JSONObject {
        withheld[why, default: 0] += 1
        return JSONObject([("state", "withheld"), ("why", .string(why.rawValue))])
    }

    private func withholding(_ content: JSONObject) -> Withholding? {
        receiver.withholding(content["dataclassification"]?.text)
    }
}
