// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// Why what a peer sent is not Varlink; the connection is closed, without a reply (UAPI.20, "Wire Protocol").
public enum ProtocolViolation: Error, Hashable, Sendable {
    /// The message is not a JSON text that the reader accepts.
    case notJSON(JSONError)
    /// The message is JSON, but not an object.
    case notAnObject
    /// `method` is missing or not a string.
    case noMethod
    /// A member is neither known nor an object under a dotted name.
    case unknownMember
    /// `more`, `oneway`, `upgrade` or `continues` is not a boolean.
    case flagNotBoolean
    /// More than one of `more`, `oneway` and `upgrade` is true, or a reply continues after an error or
    /// unasked.
    case contradictoryFlags
    /// `parameters` is neither an object nor null.
    case parametersNotAnObject
    /// `error` is neither a string nor null.
    case errorNotText
    /// The message is longer than the limit, in bytes, for this peer.
    case tooLong(limit: Int)
    /// A reply came that no call waits for.
    case unexpectedReply
}

extension ProtocolViolation: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notJSON(let error): "not JSON: \(error)"
        case .notAnObject: "the message is not a JSON object"
        case .noMethod: "“method” is missing or not a string"
        case .unknownMember: "the message has an unknown member"
        case .flagNotBoolean: "a flag is not a boolean"
        case .contradictoryFlags: "the flags contradict each other"
        case .parametersNotAnObject: "“parameters” is not an object"
        case .errorNotText: "“error” is not a string"
        case .tooLong(let limit): "the message is longer than \(limit) bytes"
        case .unexpectedReply: "a reply came that no call waits for"
        }
    }
}
