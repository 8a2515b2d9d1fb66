// SPDX-License-Identifier: Apache-2.0

/// A workshop or another event at which knowledge passes between organisations.
public struct KnowledgeEvent: Hashable, Sendable {
    /// What it is about and who takes part.
    public let content: KnowledgeContent
    /// Whether it was held, or only scheduled.
    public let isHeld: Bool
    /// When it was held, or for when it is scheduled.
    public let happening: Happening
}
