// SPDX-License-Identifier: Apache-2.0

/// Somebody who answers a line at a time: a person at a terminal, or a test.
public struct LineReader: Sendable {
    /// Asks with a prompt, and returns the answer without its line end; nil when there is none to come (Ctrl-D).
    public let ask: @Sendable (_ prompt: String) -> String?
    /// Says lines that are no answer to anything.
    public let say: @Sendable (_ lines: [String]) -> Void

    /// Asks and says by these.
    public init(
        ask: @escaping @Sendable (String) -> String?,
        say: @escaping @Sendable ([String]) -> Void
    ) {
        self.ask = ask
        self.say = say
    }
}

extension Complaint {
    /// Whoever was asked gave no answer: nothing was recorded.
    static var cancelled: Complaint {
        Complaint(.failed, "nothing was recorded", heading: "Cancelled", name: "jvctl.Cancelled")
    }
}
