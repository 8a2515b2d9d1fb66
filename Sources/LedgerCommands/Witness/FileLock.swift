// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file or a directory that one process at a time holds, see flock(2); let go when the value is, or the process ends.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock at once or not at all; `work` is what another process that holds it does, such as `visit`.
    init(_ path: String, for work: String) throws(Complaint) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFailure.complaint("cannot open \(path)") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            guard errno == EWOULDBLOCK else { throw SystemFailure.complaint("cannot lock \(path)") }
            throw Complaint(
                .tryAgain,
                "another \(work) with \(path) is under way",
                heading: "Try again",
                name: "jvctl.Busy"
            )
        }
    }

    deinit { close(descriptor) }
}
