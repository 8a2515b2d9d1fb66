// SPDX-License-Identifier: Apache-2.0

/// Where services of several organisations meet, and how that changed.
public struct ServiceInterface: Hashable, Codable, Sendable {
    /// What it was at first: version 1.
    public let defined: Recorded<InterfaceDefined>
    /// How it was redesigned, in the order of recording: versions 2 and on.
    public internal(set) var redesigns: [Recorded<InterfaceRedesigned>] = []
    /// How it fared when it was tried, in the order of recording.
    public internal(set) var tests: [Recorded<InterfaceTested>] = []
    /// That the latest version was given up, in the order of recording.
    public internal(set) var reversions: [Recorded<InterfaceReverted>] = []

    init(_ defined: Recorded<InterfaceDefined>) { self.defined = defined }

    /// A version of an interface.
    public struct Version: Hashable, Codable, Sendable {
        /// Its number, from 1 in the order of recording.
        public let number: Int
        /// How the work passes from one to the other.
        public let process: Text?
        /// Who took part in making it.
        public let coProducers: [CoProducer]
        /// The decision that led to it.
        public let decision: Key?
        /// The position of the entry that says so.
        public let position: UInt64

        /// Whether those who use the services, or do the work, had a part in making it.
        public var isCoProduced: Bool { coProducers.contains { $0.kind.isUserOrFrontLine } }
    }

    /// The versions that have not been given up at `t`, of which the last is in use; the first never is.
    ///
    /// What may have happened counts. Without an instant all that is recorded does.
    public func versions(at t: Timestamp? = nil) -> [Version] {
        var steps: [(happening: Happening, version: Version?)] = allVersions.dropFirst().enumerated().map {
            (redesigns[$0.offset].happening, $0.element)
        }
        steps += reversions.map { ($0.happening, nil) }
        var versions = Array(allVersions.prefix(1))
        let taken = steps.filter { step in t.map { step.happening.happened(at: $0) != .no } ?? true }
        for step in taken.sorted(by: { Happening.inOrder($0.happening, $1.happening) }) {
            if let version = step.version {
                versions.append(Version(version, inheriting: versions.last?.process))
            } else if versions.count > 1 {
                versions.removeLast()
            }
        }
        return versions
    }

    /// All versions, those that were given up too, in the order of recording.
    public var allVersions: [Version] {
        let first = Version(
            number: 1,
            process: defined.content.process,
            coProducers: defined.content.coProducers,
            decision: defined.content.decision,
            position: defined.happening.position
        )
        return [first]
            + redesigns.enumerated().map { index, redesign in
                Version(
                    number: index + 2,
                    process: redesign.content.process,
                    coProducers: redesign.content.coProducers,
                    decision: redesign.content.decision,
                    position: redesign.happening.position
                )
            }
    }

    /// The latest test that has or may have happened at `t`.
    public func test(at t: Timestamp) -> Recorded<InterfaceTested>? {
        tests.filter { $0.happening.happened(at: t) != .no }
            .max { Happening.inOrder($0.happening, $1.happening) }
    }
}

extension ServiceInterface.Version {
    /// The version, whose process is that of the one before it unless it says otherwise.
    fileprivate init(_ version: Self, inheriting process: Text?) {
        self.init(
            number: version.number,
            process: version.process ?? process,
            coProducers: version.coProducers,
            decision: version.decision,
            position: version.position
        )
    }
}

extension State {
    /// The interface with this key.
    public func interface(_ key: Key) -> ServiceInterface? { network.interfaces[key] }
}
