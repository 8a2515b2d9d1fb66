// SPDX-License-Identifier: Apache-2.0

extension WitnessPolicy {
    /// Some witnesses of whom one is enough, such as those of one organisation.
    ///
    /// Names have no white space.
    public struct Choice: Sendable {
        /// What they are called together.
        public let name: String
        /// The witnesses, each by its name.
        public let witnesses: [(name: String, key: VerifierKey)]

        /// Names witnesses of whom one is enough.
        public init(name: String, witnesses: [(name: String, key: VerifierKey)]) {
            self.name = name
            self.witnesses = witnesses
        }
    }

    /// The policy of a log that asks for one witness of each choice; for none if there is no choice.
    ///
    /// A public key that was named before is passed over, as a cosignature does not name its signer, and so is what
    /// is beyond ``maximumDefinitions``.
    public init(log: VerifierKey, oneOfEach choices: [Choice], name: String) {
        var witnesses: [Witness] = []
        var groups: [Group] = []
        var taken: Set<[UInt8]> = [log.publicKey]
        for choice in choices {
            let new = choice.witnesses.filter { taken.insert($0.key.publicKey).inserted }
            // With the log and the group over all.
            let count = witnesses.count + groups.count + new.count + 3
            guard !new.isEmpty, count <= Self.maximumDefinitions else { continue }
            let members = new.indices.map { Member.witness(witnesses.count + $0) }
            witnesses += new.map { Witness(name: Array($0.name.utf8), key: $0.key, url: nil) }
            groups.append(Group(name: Array(choice.name.utf8), threshold: 1, members: members))
        }
        var quorum: Member?
        if !groups.isEmpty {
            quorum = .group(groups.count)
            let all = groups.indices.map(Member.group)
            groups.append(Group(name: Array(name.utf8), threshold: all.count, members: all))
        }
        self.init(logs: [Log(key: log, url: nil)], witnesses: witnesses, groups: groups, quorum: quorum)
    }

    /// What cosignatures of these witnesses lack for the quorum, by the names of witnesses and groups; none when they
    /// are enough.
    ///
    /// Of a group that asks for all its members those that lack are named; of any other, and of one that only gives
    /// its single witness another name, the group itself.
    public func lacking(_ cosigners: Set<VerifierKey>) -> [String] {
        guard let quorum else { return [] }
        return lacking(quorum, cosigners)
    }

    private func lacking(_ member: Member, _ cosigners: Set<VerifierKey>) -> [String] {
        switch member {
        case .witness(let place):
            guard !cosigners.contains(witnesses[place].key) else { return [] }
            return [String(decoding: witnesses[place].name, as: UTF8.self)]
        case .group(let place):
            let group = groups[place]
            let parts = group.members.map { lacking($0, cosigners) }
            if parts.count(where: \.isEmpty) >= group.threshold { return [] }
            guard group.threshold == group.members.count, !isAnotherName(group) else {
                return [String(decoding: group.name, as: UTF8.self)]
            }
            return parts.flatMap { $0 }
        }
    }

    private func isAnotherName(_ group: Group) -> Bool {
        guard case .witness = group.members.first else { return false }
        return group.members.count == 1
    }
}
