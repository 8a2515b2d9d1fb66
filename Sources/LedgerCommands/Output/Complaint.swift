// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Why a verb did not do what it was asked: what is wrong, what puts it right, and how the program ends.
public struct Complaint: Error, Hashable, Sendable {
    /// How the program ends.
    public let status: ProgramExit
    /// The word that the line begins with, such as `Refused`.
    public let heading: String
    /// What is wrong, without a full stop.
    public let message: String
    /// More to say, a line each: what is wrong in detail.
    public let details: [String]
    /// Commands that put it right, each to be typed by whoever may.
    public let next: [String]
    /// The name of the error for programs: that of the Varlink error, or one of `jvctl`'s own.
    public let name: String
    /// The parameters of the Varlink error.
    public let parameters: JSONObject

    /// Says what is wrong.
    public init(
        _ status: ProgramExit,
        _ message: String,
        heading: String = "Error",
        details: [String] = [],
        next: [String] = [],
        name: String = "jvctl.Failed",
        parameters: JSONObject = JSONObject()
    ) {
        self.status = status
        self.heading = heading
        self.message = message
        self.details = details
        self.next = next
        self.name = name
        self.parameters = parameters
    }

    /// The command line is wrong.
    public static func usage(_ message: String, next: [String] = []) -> Complaint {
        Complaint(.usage, message, next: next, name: "jvctl.Usage")
    }

    /// What was given is not valid.
    public static func invalid(_ message: String) -> Complaint {
        Complaint(.refused, message, heading: "Not valid", name: "jvctl.NotValid")
    }

    /// The ledger answered with something that its interface does not declare.
    public static func unexpectedReply(_ what: String) -> Complaint {
        Complaint(
            .failed,
            "the ledger's answer has no usable \(what); is it of another version?",
            name: "jvctl.Reply"
        )
    }

    /// What stands on standard error, one line for each item.
    public var lines: [String] {
        let text = DisplayText.line(message)
        let end = text.hasSuffix(".") || text.hasSuffix("?") ? "" : "."
        return ["\(heading): \(text)\(end)"] + details.map(DisplayText.line)
            + next.map { "Next: \(DisplayText.line($0))" }
    }

    /// What stands on standard output when JSON was asked for.
    public var json: JSONObject {
        var object = JSONObject()
        object["error"] = .string(name)
        object["exitStatus"] = .integer(Int64(status.rawValue))
        object["message"] = .string(message)
        if !details.isEmpty { object["details"] = .array(details.map { .string($0) }) }
        object["next"] = .array(next.map { .string($0) })
        if !parameters.isEmpty { object["parameters"] = .object(parameters) }
        return object
    }

    /// The same with the place in a file where it is wrong, and with what is so now.
    public func located(_ place: String, afterwards: String) -> Complaint {
        Complaint(
            status,
            "\(place): \(message). \(afterwards)",
            heading: heading,
            details: details,
            next: next,
            name: name,
            parameters: parameters
        )
    }
}
