// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The texts of a ledger that its entries keep sealed and that this reader does not get to see.
///
/// It says which field of which entry, and whether it was erased, for everybody and for good, or is withheld from this
/// reader. And the erasures: whose texts, by what right.
public struct SealedFields: Sendable {
    /// How many fields, and how many erasures, are held one by one; more are counted.
    static let heldLimit = 20_000
    private static let erasureType = "io.jvledger.erasure.executed.v1"

    /// Why a text is not shown.
    public enum Fate: Hashable, Sendable {
        /// Nobody can read it any more.
        case erased
        /// Others may read it.
        case withheld
    }

    /// A sealed field that is not shown.
    struct Field: Hashable, Sendable {
        let position: UInt64
        /// What the entry is about, as KIND/KEY.
        let subject: String
        /// The short name of its type.
        let type: String
        let name: String
        let fate: Fate
    }

    /// An entry that says that texts were erased.
    struct Erasure: Hashable, Sendable {
        let position: UInt64
        /// Whose texts, as KIND/KEY.
        let subject: String
        /// How many texts.
        let count: Int
        /// By what right; nil if that is not shown.
        let basis: String?
        /// Whose decision it was; nil if that is not shown.
        let approvedBy: String?
    }

    /// The fields, by rising position; at most so many as are held.
    private(set) var fields: [Field] = []
    private(set) var erasures: [Erasure] = []
    /// How many fields were erased.
    private(set) var erasedCount = 0
    /// How many are withheld from this reader.
    private(set) var withheldCount = 0
    /// How many sealed texts this reader is shown.
    private(set) var disclosedCount = 0
    private var atPosition: [UInt64: [String: Fate]] = [:]
    private var onSubject: [String: [String: Fate]] = [:]

    /// None so far.
    public init() {}

    /// Takes an entry, as `io.jvledger.Ledger.List` returns it, and what its text says.
    public mutating func read(_ entry: JSONObject, _ content: JSONObject) {
        guard let position = entry["position"]?.integer.flatMap({ UInt64(exactly: $0) }) else { return }
        let disclosed = entry["disclosed"]?.object
        disclosedCount += disclosed?.count ?? 0
        let subject = content["subject"]?.text ?? ""
        let type = content["type"]?.text ?? ""
        if type == Self.erasureType, erasures.count < Self.heldLimit {
            let data = content["data"]?.object
            erasures.append(
                Erasure(
                    position: position,
                    subject: subject,
                    count: data?["fields"]?.array?.count ?? 0,
                    basis: data?["basis"]?.text ?? disclosed?["basis"]?.text,
                    approvedBy: data?["approvedBy"]?.text ?? disclosed?["approvedBy"]?.text
                )
            )
        }
        for (member, fate) in [("erased", Fate.erased), ("withheld", .withheld)] {
            let names = (entry[member]?.array ?? []).compactMap(\.text)
            switch fate {
            case .erased: erasedCount += names.count
            case .withheld: withheldCount += names.count
            }
            for name in names where fields.count < Self.heldLimit {
                let type = Self.shortName(type)
                let field = Field(position: position, subject: subject, type: type, name: name, fate: fate)
                fields.append(field)
                atPosition[position, default: [:]][name] = fate
                onSubject[subject, default: [:]][name] = fate
            }
        }
    }

    /// What happened to one of these fields of one of these entries, if one of them is not shown.
    func fate(of names: [String], at positions: [UInt64]) -> Fate? {
        positions.lazy.compactMap { position in
            names.lazy.compactMap { atPosition[position]?[$0] }.first
        }.first
    }

    /// What happened to one of these fields of an entry about this, if one of them is not shown.
    func fate(of names: [String], on subject: String) -> Fate? {
        names.lazy.compactMap { onSubject[subject]?[$0] }.first
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
