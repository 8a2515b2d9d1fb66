// SPDX-License-Identifier: Apache-2.0

extension State {
    /// The action across a boundary with this key.
    public func boundaryAction(_ key: Key) -> BoundaryAction? { activity.actions[key] }

    /// The advice with this key.
    public func advice(_ key: Key) -> Advice? { activity.advice[key] }

    /// The knowledge event with this key.
    public func knowledgeEvent(_ key: Key) -> KnowledgeEvent? { activity.knowledgeEvents[key] }

    /// The barrier with this key.
    public func barrier(_ key: Key) -> Barrier? { activity.barriers[key] }

    /// The finding with this key.
    public func finding(_ key: Key) -> Recorded<FindingRecorded>? { activity.findings[key] }

    /// The tool with this key.
    public func tool(_ key: Key) -> Recorded<ToolIntroduced>? { activity.tools[key] }
}
