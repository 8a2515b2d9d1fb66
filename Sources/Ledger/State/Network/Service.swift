// SPDX-License-Identifier: Apache-2.0

/// A service, and how it changed.
public struct Service: Hashable, Codable, Sendable {
    /// What it was at first.
    public let registered: Recorded<ServiceRegistered>
    /// How it changed, in the order of recording.
    public internal(set) var changes: [Recorded<ServiceChanged>] = []

    init(_ registered: Recorded<ServiceRegistered>) { self.registered = registered }

    /// What it was called last.
    public var title: Text {
        changes.last { $0.content.title != nil }?.content.title ?? registered.content.title
    }

    /// The changes that have or may have happened at `t`, earliest first.
    public func changes(at t: Timestamp) -> [Recorded<ServiceChanged>] {
        changes.filter { $0.happening.happened(at: t) != .no }
            .sorted { Happening.inOrder($0.happening, $1.happening) }
    }
}

extension State {
    /// The service with this key.
    public func service(_ key: Key) -> Service? { network.services[key] }
}
