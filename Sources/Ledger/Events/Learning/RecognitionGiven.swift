// SPDX-License-Identifier: Apache-2.0

/// Somebody was recognised for what they did.
public struct RecognitionGiven: Event, Codable, Hashable {
    public static let name = "recognition.given"
    public static let kind = SubjectKind.recognition
    public static let place = StreamPlace.begins
    public static let summary = "A person, a community or an organisation was recognised for what they did."
    public static let command = "recognition give"

    /// For what.
    public let title: Text
    /// To whom.
    public let recipient: Subject
    /// Under which scheme.
    public let scheme: Text?
    /// The organisation that gave it.
    public let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "For what, or what the award is called.")
        recipient = try fields.subject(
            "recipient",
            of: [.community, .organisation, .person],
            "To whom it was given."
        )
        scheme = try fields.optionalText("scheme", "The scheme under which it was given.")
        organisation = try fields.optionalKey("org", of: .organisation, "The organisation that gave it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.recognitions[entry.subject.key] = Recorded(self, entry)
    }
}
