// SPDX-License-Identifier: Apache-2.0

/// What a tool is for.
public enum ToolKind: String, CaseIterable, Codable, Sendable {
    case evaluation, managementLearning, other
}

/// A tool came into use.
public struct ToolIntroduced: Event, Codable, Hashable {
    public static let name = "tool.introduced"
    public static let kind = SubjectKind.tool
    public static let place = StreamPlace.begins
    public static let summary = "A tool for evaluating or learning came into use."
    public static let command = "tool add"

    /// What it is called.
    public let title: Text
    /// What it is for.
    public let tool: ToolKind
    /// The organisation that brought it.
    public let host: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the tool is called.")
        tool = try fields.choice("kind", ToolKind.self, "What the tool is for.")
        host = try fields.optionalKey("host", of: .organisation, "The organisation that introduced it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.tools[entry.subject.key] = Recorded(self, entry)
    }
}
