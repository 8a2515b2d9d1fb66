// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// Services and their interfaces, and surveys of who turns to whom.
public struct NetworkState: Hashable, Sendable {
    /// What a thing of these kinds is called; nil when it has no title or is not recorded.
    func title(_ subject: Subject) -> Text? { nil }
}

extension Catalogue {
    static let networkTypes: [any Event.Type] = []
}
