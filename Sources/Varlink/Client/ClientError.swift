// SPDX-License-Identifier: Apache-2.0

/// Why a client has no answer; an answer that is an error is a `VarlinkError` instead.
public enum ClientError: Error, Hashable, Sendable {
    /// No connection could be made.
    ///
    /// ENOENT says that there is no socket at the path, ECONNREFUSED that nobody listens, EACCES that we may
    /// not connect, ENAMETOOLONG that the path does not fit into an address.
    case cannotConnect(path: String, errno: Int32)
    /// The server closed the connection before it had answered, or we did.
    case connectionClosed
    /// What the server sent is not Varlink.
    case protocolViolation(ProtocolViolation)
    /// A call or a reply is longer than the limit, in bytes.
    case messageTooLarge(limit: Int)
}

extension ClientError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotConnect(let path, let errno): "cannot connect to \(path): \(ErrorNumber(errno))"
        case .connectionClosed: "the connection was closed before the call was answered"
        case .protocolViolation(let violation): "the server does not speak Varlink: \(violation)"
        case .messageTooLarge(let limit): "a message is longer than \(limit) bytes"
        }
    }
}
