// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Why something could not be agreed with the service manager.
public enum SystemdError: Error, Equatable, Sendable {
    /// An environment variable that systemd sets does not have the documented form.
    case malformedVariable(name: String, value: String)
    /// `$NOTIFY_SOCKET` names no socket that can be reached: neither an absolute path nor `@abstract`, or too long.
    case unsupportedNotifySocket(String)
    /// A descriptor that `$LISTEN_FDS` promises is not a unix stream socket that listens or is connected.
    case unusableDescriptor(Int32, DescriptorProblem)
    /// A system call failed with this `errno`.
    case systemCall(String, errno: Int32)
}

/// What is wrong with an inherited descriptor.
public enum DescriptorProblem: String, Equatable, Sendable {
    case closed = "it is not open"
    case notASocket = "it is not a socket"
    case notUnix = "it is not an AF_UNIX socket"
    case notStream = "it is not a stream socket"
    case notListening = "it neither listens nor is connected"
}

extension SystemdError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformedVariable(let name, let value):
            "environment variable \(name) has the malformed value '\(escapingControls(value))'"
        case .unsupportedNotifySocket(let address):
            "environment variable NOTIFY_SOCKET names '\(escapingControls(address))', which is neither an "
                + "absolute path nor @abstract, or is too long"
        case .unusableDescriptor(let descriptor, let problem):
            "inherited descriptor \(descriptor) cannot be served: \(problem.rawValue)"
        case .systemCall(let call, let number):
            "\(call): \(String(cString: strerror(number)))"
        }
    }
}
