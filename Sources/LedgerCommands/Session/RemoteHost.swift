// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Another host, whose ledger is reached over ssh.
///
/// `ssh` runs `jvctl bridge` there, which hands every byte on to the daemon's socket: for the daemon the caller is the
/// user as whom ssh logged in, and no port is opened. A host's `ForceCommand` may run the bridge whatever is asked.
struct RemoteHost {
    /// The longest name of a host: 255 octets (RFC 1035 section 2.3.4), and a user before it.
    private static let longest = 320

    private let name: String
    private let command: [String]

    /// A host as ssh takes it: `[USER@]HOST`, or a name from ssh's configuration.
    init(_ name: String, instance: String?, socket: String?) throws(Complaint) {
        // ssh would take a name with a dash for an option, which can run programs here.
        guard !name.isEmpty, !name.hasPrefix("-"), name.utf8.count <= Self.longest,
            name.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .usage("\(name) is not the name of a host, such as alice@ledger.example") }
        self.name = name
        var command = ["jvctl", "bridge"]
        if let instance {
            guard SocketPath.isInstance(instance) else { throw SocketPath.notAnInstance(instance) }
            command += ["--instance", instance]
        }
        if let socket { command += ["--socket", socket] }
        self.command = command.map(Self.quoted)
    }

    /// Starts ssh; returns it, and a socket that is its standard input and output.
    func connect(environment: [String: String]) throws(Complaint) -> (process: pid_t, descriptor: Int32) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0
        else { throw SystemFailure.complaint("cannot make a pair of sockets") }
        let program = environment["JVLEDGER_SSH"] ?? "ssh"
        let arguments = [program, "-e", "none", "-T", "--", name] + command
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawnp(&process, program, &actions, nil, &words, environ)
        close(ends[1])
        guard failure == 0 else {
            close(ends[0])
            throw Complaint(
                .noDaemon,
                "cannot start \(program): \(String(cString: strerror(failure)))",
                name: "jvctl.NoDaemon"
            )
        }
        return (process, ends[0])
    }

    /// A word that the shell of the other host takes as it is.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
            default: false
            }
        }
        return isPlain && !word.isEmpty
            ? word
            : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
                + "'"
    }
}
