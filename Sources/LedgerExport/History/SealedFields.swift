// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The texts of a ledger that its entries keep sealed and that this reader does not get to see: which field of which
/// entry, and whether it was erased or is withheld.
///
/// The ledger says that a sealed field is not shown, not why. It is withheld if the entry's classification is for
/// others than this reader, and erased if this reader may read the entry and the text is there no more.
public struct SealedFields: Sendable {
    /// How many fields are held one by one; more are counted.
    static let heldLimit = 20_000

    /// Why a text is not shown.
    public enum Fate: Hashable, Sendable {
        /// Nobody can read it any more.
        case erased
        /// Others may read it.
        case withheld
    }

    /// A sealed field that is not shown.
    public struct Field: Hashable, Sendable {
        /// The entry.
        public let position: UInt64
        /// What the entry is about, as KIND/KEY.
        public let subject: String
        /// The short name of its type.
        public let type: String
        /// The name of the field.
        public let name: String
        /// Why it is not shown.
        public let fate: Fate
    }

    /// The fields, by rising position; at most so many as are held.
    public private(set) var fields: [Field] = []
    /// How many fields were erased.
    public private(set) var erasedCount = 0
    /// How many are withheld from this reader.
    public private(set) var withheldCount = 0
    /// How many sealed texts this reader is shown.
    public private(set) var disclosedCount = 0
    private var atPosition: [UInt64: [String: Fate]] = [:]
    private var onSubject: [String: [String: Fate]] = [:]

    /// None so far.
    public init() {}

    /// Takes an entry, as `io.jvledger.Ledger.List` returns it, of a reader who may or may not read its classification.
    public mutating func read(_ entry: JSONObject, _ envelope: JSONObject, mayRead: Bool) {
        disclosedCount += entry["disclosed"]?.object?.count ?? 0
        let names = (entry["withheld"]?.array ?? []).compactMap(\.text)
        guard !names.isEmpty, let position = entry["position"]?.integer.flatMap({ UInt64(exactly: $0) })
        else { return }
        let fate: Fate = mayRead ? .erased : .withheld
        switch fate {
        case .erased: erasedCount += names.count
        case .withheld: withheldCount += names.count
        }
        let subject = envelope["subject"]?.text ?? ""
        for name in names where fields.count < Self.heldLimit {
            let type = Self.shortName(envelope["type"]?.text ?? "")
            fields.append(Field(position: position, subject: subject, type: type, name: name, fate: fate))
            atPosition[position, default: [:]][name] = fate
            onSubject[subject, default: [:]][name] = fate
        }
    }

    /// What happened to one of these fields of one of these entries, if one of them is not shown.
    func fate(of names: [String], at positions: [UInt64]) -> Fate? {
        positions.lazy.compactMap { position in names.lazy.compactMap { self.atPosition[position]?[$0] }.first
        }.first
    }

    /// What happened to one of these fields of an entry about this, if one of them is not shown.
    func fate(of names: [String], on subject: String) -> Fate? {
        names.lazy.compactMap { self.onSubject[subject]?[$0] }.first
    }

    /// `io.jvledger.decision.adopted.v1` is `decision.adopted`.
    private static func shortName(_ type: String) -> String {
        let parts = type.split(separator: ".")
        guard type.hasPrefix("io.jvledger."), parts.count > 3 else { return type }
        return parts.dropFirst(2).dropLast().joined(separator: ".")
    }
}

extension SealedFields.Fate {
    /// In the place of the text.
    var words: String {
        switch self {
        case .erased: "erased"
        case .withheld: "withheld"
        }
    }
}
