// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import TransparencyLog

/// Goes along `disclosures.jsonl` beside the entries, and counts what became of every sealed text.
///
/// All are counted before the first that is wrong is said. What is kept grows with erasures alone.
struct PackSealed {
    /// The longest line: the longest disclosure, a name, and what JSON adds.
    private static let longestLine = Disclosure.maximumTextBytes + 1024 * 1024

    /// A text that an entry says is erased.
    struct Erased: Hashable {
        let position: UInt64
        let name: String
        let digest: String
    }

    /// How many sealed texts there are of each kind.
    struct Counts: Hashable {
        var intact: UInt64 = 0
        var erased: UInt64 = 0
        var withheld: UInt64 = 0
        var missing: UInt64 = 0
        var altered: UInt64 = 0
        /// How many are withheld for each reason.
        var reasons: [Withholding: UInt64] = [:]
    }

    private(set) var counts = Counts()
    /// The erasures in the pack: where, how many texts, and by what right.
    private(set) var erasures: [(position: UInt64, texts: Int, basis: String)] = []
    /// The first that is wrong.
    private(set) var fault: PackFault?

    private var lines: PackLines
    private var line: (position: UInt64, content: JSONObject)?
    /// What is said to be erased by an entry that has not come yet, by the entry.
    private var awaited: [UInt64: Set<Erased>] = [:]
    /// The texts that are shown, of entries with an erasure to come: it must not name them.
    private var shown: Set<Erased> = []

    init(_ pack: OpenPack) throws(PackStop) {
        lines = try pack.lines(PackPaths.disclosures, longest: Self.longestLine)
        try advance()
    }

    /// Takes the next entry of the pack.
    mutating func read(_ entry: PackEntry) throws(PackStop) {
        guard entry.concernsSealed else { return }
        let content = entry.content
        if let erased = PackEntry.erased(content) { settle(entry.position, erased, content) }
        for (name, digest) in PackEntry.sealed(content) {
            try strayLines(before: entry.position)
            guard let line, line.position == entry.position, line.content["field"]?.text == name else {
                counts.missing += 1
                note(entry.position, .sealedMissing(name))
                continue
            }
            judge(line.content, entry.position, name, digest)
            try advance()
        }
    }

    /// Ends: no line is left over, and every erasure was found.
    mutating func finish() throws(PackStop) {
        if let line { note(line.position, .sealedStray) }
        for claims in awaited.values { refuse(claims) }
        awaited = [:]
    }

    private mutating func judge(_ line: JSONObject, _ position: UInt64, _ name: String, _ digest: String) {
        switch line["state"]?.text {
        case "disclosed":
            let text = line["disclosure"]?.text ?? ""
            guard Base64.url.encode(Disclosure.digest(ofText: text).bytes) == digest,
                (try? Disclosure(parsing: text))?.name == name
            else { return distrust(position, .sealedAltered(name)) }
            counts.intact += 1
            shown.insert(Erased(position: position, name: name, digest: ""))
        case "erased":
            guard let by = PackClaims.number(line["by"]), by > position,
                let hash = Base64.url.decode(digest).flatMap({ Digest(bytes: $0) })
            else { return distrust(position, .notErased(name)) }
            counts.erased += 1
            awaited[by, default: []].insert(
                Erased(position: position, name: name, digest: hash.hexadecimal)
            )
        case "withheld":
            guard let why = line["why"]?.text.flatMap({ Withholding(rawValue: $0) }) else {
                return distrust(position, .sealedAltered(name))
            }
            counts.withheld += 1
            counts.reasons[why, default: 0] += 1
        case .some, nil: distrust(position, .sealedAltered(name))
        }
    }

    /// An erasure: what was said to be erased by it is, and nothing that it names is shown.
    private mutating func settle(_ position: UInt64, _ erased: [Erased], _ content: JSONObject) {
        let basis = content["data"]?.object?["basis"]?.text ?? ""
        erasures.append((position, erased.count, basis))
        refuse((awaited.removeValue(forKey: position) ?? []).subtracting(erased))
        for text in erased where shown.contains(Erased(position: text.position, name: text.name, digest: ""))
        {
            counts.intact -= 1
            distrust(text.position, .shownErased(text.name, by: position))
        }
    }

    /// No entry erased what was said to be.
    private mutating func refuse(_ claims: Set<Erased>) {
        for claim in claims {
            counts.erased -= 1
            distrust(claim.position, .notErased(claim.name))
        }
    }

    /// Lines of what is no sealed text of the pack.
    private mutating func strayLines(before position: UInt64) throws(PackStop) {
        while let line, line.position < position {
            note(line.position, .sealedStray)
            try advance()
        }
    }

    private mutating func distrust(_ position: UInt64, _ reason: PackFault.Reason) {
        counts.altered += 1
        note(position, reason)
    }

    private mutating func note(_ position: UInt64, _ reason: PackFault.Reason) {
        guard position < fault?.position ?? UInt64.max else { return }
        fault = PackFault(position: position, reason: reason)
    }

    private mutating func advance() throws(PackStop) {
        guard let bytes = try lines.next() else {
            line = nil
            return
        }
        guard let content = (try? JSON(parsing: bytes))?.object,
            let position = PackClaims.number(content["position"])
        else { throw .fault(.malformed(PackPaths.disclosures)) }
        line = (position, content)
    }
}
