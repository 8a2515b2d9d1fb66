// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// Needs, consultations, commitments, disputes between partners, risks and other registered matters.
public struct WorkState: Hashable, Sendable {
    /// What a thing of these kinds is called; nil when it has no title or is not recorded.
    func title(_ subject: Subject) -> Text? { nil }
}

extension Catalogue {
    static let workTypes: [any Event.Type] = []
}
