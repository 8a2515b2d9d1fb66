// SPDX-License-Identifier: Apache-2.0

extension WitnessPolicy {
    /// Reads a policy file; the first thing wrong with it refuses it.
    public init(parsing bytes: [UInt8]) throws(PolicyError) {
        var reader = PolicyReader()
        self = try reader.read(bytes)
    }
}

/// Reads a policy line by line; ``WitnessPolicy`` has the format.
struct PolicyReader {
    static let none = Array("none".utf8)

    private var line = 0
    private var logs: [WitnessPolicy.Log] = []
    private var witnesses: [WitnessPolicy.Witness] = []
    private var groups: [WitnessPolicy.Group] = []
    private var names: [[UInt8]: WitnessPolicy.Member] = [:]
    private var members: Set<WitnessPolicy.Member> = []
    private var publicKeys: Set<[UInt8]> = []
    /// Set by the quorum line; the inner nil is the quorum `none`.
    private var quorum: WitnessPolicy.Member??

    mutating func read(_ bytes: [UInt8]) throws(PolicyError) -> WitnessPolicy {
        guard bytes.count <= WitnessPolicy.maximumBytes else { throw error(.tooLarge) }
        var lines = Lines(bytes)
        while let text = lines.next() {
            line += 1
            try readLine(text)
        }
        line += 1
        guard lines.isAtEnd else { throw error(.unterminatedLine) }
        guard let quorum else { throw error(.noQuorum) }
        return WitnessPolicy(logs: logs, witnesses: witnesses, groups: groups, quorum: quorum)
    }

    private func error(_ reason: PolicyError.Reason) -> PolicyError {
        PolicyError(line: line, reason: reason)
    }

    private mutating func readLine(_ text: ArraySlice<UInt8>) throws(PolicyError) {
        let tab = UInt8(ascii: "\t")
        let space = UInt8(ascii: " ")
        guard text.allSatisfy({ $0 == tab || $0 >= space && $0 != 0x7f }) else {
            throw error(.controlCharacter)
        }
        let items = text.split { $0 == tab || $0 == space }
        guard let keyword = items.first, keyword.first != UInt8(ascii: "#") else { return }
        switch String(decoding: keyword, as: UTF8.self) {
        case "log": try readLog(items)
        case "witness": try readWitness(items)
        case "group": try readGroup(items)
        case "quorum": try readQuorum(items)
        default: throw error(.unknownKeyword)
        }
        guard logs.count + witnesses.count + groups.count <= WitnessPolicy.maximumDefinitions else {
            throw error(.tooManyDefinitions)
        }
    }

    private mutating func readLog(_ items: [ArraySlice<UInt8>]) throws(PolicyError) {
        guard (2...3).contains(items.count) else { throw error(.wrongItemCount) }
        let key = try readKey(items[1], algorithm: .ed25519)
        logs.append(WitnessPolicy.Log(key: key, url: items.count == 3 ? Array(items[2]) : nil))
    }

    private mutating func readWitness(_ items: [ArraySlice<UInt8>]) throws(PolicyError) {
        guard (3...4).contains(items.count) else { throw error(.wrongItemCount) }
        let name = Array(items[1])
        try define(name, as: .witness(witnesses.count))
        let key = try readKey(items[2], algorithm: .cosignature)
        let url = items.count == 4 ? Array(items[3]) : nil
        witnesses.append(WitnessPolicy.Witness(name: name, key: key, url: url))
    }

    private mutating func readGroup(_ items: [ArraySlice<UInt8>]) throws(PolicyError) {
        guard items.count >= 4 else { throw error(.wrongItemCount) }
        var listed: [WitnessPolicy.Member] = []
        for item in items[3...] {
            guard let member = names[Array(item)] else { throw error(.unknownName) }
            guard members.insert(member).inserted else { throw error(.repeatedMember) }
            listed.append(member)
        }
        let threshold: Int
        switch String(decoding: items[2], as: UTF8.self) {
        case "all": threshold = listed.count
        case "any": threshold = 1
        default:
            guard let number = DecimalText.parse(items[2]), number >= 1, number <= listed.count else {
                throw error(.invalidThreshold)
            }
            threshold = Int(number)
        }
        let name = Array(items[1])
        try define(name, as: .group(groups.count))
        groups.append(WitnessPolicy.Group(name: name, threshold: threshold, members: listed))
    }

    private mutating func readQuorum(_ items: [ArraySlice<UInt8>]) throws(PolicyError) {
        guard items.count == 2 else { throw error(.wrongItemCount) }
        guard quorum == nil else { throw error(.repeatedQuorum) }
        let name = Array(items[1])
        if name == Self.none {
            quorum = .some(nil)
        } else {
            guard let member = names[name] else { throw error(.unknownName) }
            quorum = member
        }
    }

    private mutating func define(_ name: [UInt8], as member: WitnessPolicy.Member) throws(PolicyError) {
        guard name != Self.none, names.updateValue(member, forKey: name) == nil else {
            throw error(.duplicateName)
        }
    }

    private mutating func readKey(
        _ text: ArraySlice<UInt8>,
        algorithm: SignatureAlgorithm
    ) throws(PolicyError) -> VerifierKey {
        let key: VerifierKey
        do throws(KeyError) { key = try VerifierKey(text: text) } catch { throw self.error(.key(error)) }
        guard key.algorithm == algorithm else { throw error(.wrongAlgorithm) }
        guard publicKeys.insert(key.publicKey).inserted else { throw error(.duplicateKey) }
        return key
    }
}
