// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Why there is no result.
enum Failure: Error, CustomStringConvertible {
    /// A system call failed.
    case system(String, errno: Int32)
    /// A program ended with another status than 0; with the end of what it said.
    case program(String, status: Int32, said: String)
    /// The daemon does not answer, or not with what was asked for.
    case daemon(String)
    /// A peer cannot be measured.
    case peer(String)

    /// The system call that just failed.
    static func system(_ call: String) -> Failure { .system(call, errno: errno) }

    var description: String {
        switch self {
        case .system(let call, let number): "\(call): \(String(cString: strerror(number)))"
        case .program(let name, let status, let said): "\(name) ended with \(status): \(said)"
        case .daemon(let reason): "the daemon: \(reason)"
        case .peer(let reason): reason
        }
    }
}
