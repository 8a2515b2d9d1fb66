// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A socket connected to a path, which to the listener is a connection of this user.
///
/// The kernel takes the user from the thread that connects, and the C library's `setresuid` changes all threads; so
/// a thread of its own makes the system call, and ends.
func connection(to path: String, as user: User) async throws -> Int32 {
    try await blocking {
        if user != .own {
            typealias SystemCall = @convention(c) (Int, Int, Int, Int) -> Int
            guard let symbol = dlsym(nil, "syscall") else { throw SystemFailure("dlsym") }
            let call = unsafeBitCast(symbol, to: SystemCall.self)
            guard call(setresuidNumber, -1, Int(user.uid), -1) == 0 else { throw SystemFailure("setresuid") }
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemFailure("socket") }
        guard UnixAddress(path).use(descriptor, connect) == 0 else {
            let failure = SystemFailure("connect")
            close(descriptor)
            throw failure
        }
        return descriptor
    }
}

/// The number of the system call `setresuid`, which the C library's module does not have.
#if arch(x86_64)
    private let setresuidNumber = 117
#elseif arch(arm64)
    private let setresuidNumber = 147
#endif
