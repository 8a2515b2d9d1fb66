// SPDX-License-Identifier: Apache-2.0

/// Which logs are believed and which witnesses must have cosigned (C2SP tlog-policy).
///
///     log <vkey> [<url>]
///     witness <name> <vkey> [<url>]
///     group <name> all|any|<k> <member>...
///     quorum <name>|none
///
/// Items are separated by spaces and tabs, empty lines and lines that begin with `#` are ignored, and each
/// line ends in LF. Names are opaque bytes, defined on a line before they are used, and a member of one group
/// at most. Exactly one line is the quorum.
///
/// Log keys are of the type ``SignatureAlgorithm/ed25519``, witness keys ``SignatureAlgorithm/cosignature``,
/// and no public key is on two lines: a cosignature does not name its signer.
public struct WitnessPolicy: Hashable, Sendable {
    /// The most bytes read.
    public static let maximumBytes = 64 * 1024
    /// The most logs, witnesses and groups together.
    public static let maximumDefinitions = 256

    /// A log whose checkpoints are accepted; its key's name is its origin.
    public struct Log: Hashable, Sendable {
        /// The key that must have signed.
        public let key: VerifierKey
        /// Where the log is; opaque, nil if not given.
        public let url: [UInt8]?
    }

    /// A witness that may count towards the quorum.
    public struct Witness: Hashable, Sendable {
        /// The name within the policy.
        public let name: [UInt8]
        /// The key that cosigns.
        public let key: VerifierKey
        /// Where the witness is; opaque, nil if not given.
        public let url: [UInt8]?
    }

    /// Some witnesses and groups, of which a number must agree.
    public struct Group: Hashable, Sendable {
        /// The name within the policy.
        public let name: [UInt8]
        /// How many members must have witnessed: 1 up to all.
        public let threshold: Int
        /// The members; groups among them come before this one.
        public let members: [Member]
    }

    /// A witness or a group, by its place in the policy.
    public enum Member: Hashable, Sendable {
        /// A place in ``WitnessPolicy/witnesses``.
        case witness(Int)
        /// A place in ``WitnessPolicy/groups``.
        case group(Int)
    }

    /// The logs, in the order of their lines.
    public let logs: [Log]
    /// The witnesses, in the order of their lines.
    public let witnesses: [Witness]
    /// The groups, in the order of their lines.
    public let groups: [Group]
    /// Who must have witnessed; nil if nobody.
    public let quorum: Member?

    /// The policy that believes one log without any witness.
    public init(log: VerifierKey) {
        self.init(logs: [Log(key: log, url: nil)], witnesses: [], groups: [], quorum: nil)
    }

    init(logs: [Log], witnesses: [Witness], groups: [Group], quorum: Member?) {
        self.logs = logs
        self.witnesses = witnesses
        self.groups = groups
        self.quorum = quorum
    }

    /// Whether cosignatures of these witnesses are enough; keys that the policy does not list count nothing.
    public func isSatisfied(by cosigners: Set<VerifierKey>) -> Bool {
        guard let quorum else { return true }
        let cosigned = witnesses.map { cosigners.contains($0.key) }
        var agreed: [Bool] = []
        func holds(_ member: Member) -> Bool {
            switch member {
            case .witness(let place): cosigned[place]
            case .group(let place): agreed[place]
            }
        }
        for group in groups { agreed.append(group.members.count(where: holds) >= group.threshold) }
        return holds(quorum)
    }

    /// Verifies a checkpoint of one of the logs and demands the quorum.
    ///
    /// - Throws: ``CheckpointError/noQuorum``, and all that
    ///   ``VerifiedCheckpoint/init(opening:logs:witnesses:)`` throws.
    public func open(_ note: SignedNote) throws(CheckpointError) -> VerifiedCheckpoint {
        let opened = try VerifiedCheckpoint(
            opening: note,
            logs: logs.map(\.key),
            witnesses: witnesses.map(\.key)
        )
        guard isSatisfied(by: Set(opened.cosignatures.map(\.witness))) else { throw .noQuorum }
        return opened
    }
}

extension WitnessPolicy {
    /// The policy as a file, without comments.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func add(_ items: [[UInt8]]) { bytes += items.joined(separator: " ".utf8) + [Lines.end] }
        func url(_ url: [UInt8]?) -> [[UInt8]] { url.map { [$0] } ?? [] }
        for log in logs { add([Array("log".utf8), Array(log.key.text.utf8)] + url(log.url)) }
        for witness in witnesses {
            add([Array("witness".utf8), witness.name, Array(witness.key.text.utf8)] + url(witness.url))
        }
        for group in groups {
            let threshold = Array(String(group.threshold).utf8)
            add([Array("group".utf8), group.name, threshold] + group.members.map(name))
        }
        add([Array("quorum".utf8), quorum.map(name) ?? PolicyReader.none])
        return bytes
    }

    private func name(of member: Member) -> [UInt8] {
        switch member {
        case .witness(let place): witnesses[place].name
        case .group(let place): groups[place].name
        }
    }
}
