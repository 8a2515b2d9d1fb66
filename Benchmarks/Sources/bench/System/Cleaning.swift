// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Synchronization

/// Ends what we started and removes what we made, also when we are interrupted.
enum Cleaning {
    private struct Duties {
        var processIDs: Set<pid_t> = []
        var directory: String?
    }

    private static let duties = Mutex(Duties())

    /// A child that must not outlive us.
    static func add(_ processID: pid_t) { duties.withLock { _ = $0.processIDs.insert(processID) } }

    /// A child that has ended.
    static func remove(_ processID: pid_t) { duties.withLock { _ = $0.processIDs.remove(processID) } }

    /// The directory that is ours.
    static func add(directory: String) { duties.withLock { $0.directory = directory } }

    /// Ends every child at once, removes the directory, and with a status ends us too.
    static func clean(andExit status: Int32? = nil) {
        duties.withLock { duties in
            for processID in duties.processIDs {
                kill(processID, SIGKILL)
                waitpid(processID, nil, 0)
            }
            duties.processIDs = []
            if let directory = duties.directory { File.remove(directory) }
            // Before anyone else may go on, and complain that its daemon is gone.
            if let status { _exit(status) }
        }
    }

    /// From now on SIGINT, SIGTERM and SIGHUP clean before they end us; called before there is another thread.
    static func onSignals() {
        var signals = endingSignals
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Thread.detachNewThread {
            var signals = endingSignals
            var number: Int32 = 0
            sigwait(&signals, &number)
            clean(andExit: 128 + number)
        }
    }

    private static var endingSignals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        return signals
    }
}
