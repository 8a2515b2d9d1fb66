// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A real sshd and a real ssh, which speak through a pipe instead of the network.
struct SecureShell {
    static let server = "/usr/sbin/sshd"
    static let canRun =
        User.isRoot && FileManager.default.isExecutableFile(atPath: server)
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh")

    /// Stands for ssh, with the configuration of the test.
    let program: String

    /// Keys of a host and of a client, and an sshd that runs a command or, if there is none, what is asked for.
    init(_ directory: TemporaryDirectory, forced command: String?) async throws {
        for name in ["host", "client"] {
            let made = try await Command([
                "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", directory.file(name),
            ]).run()
            try #require(made.status == 0, "\(made)")
        }
        try FileManager.default.copyItem(
            atPath: directory.file("client.pub"),
            toPath: directory.file("authorized")
        )
        // Where sshd's unprivileged part is shut in; a package's unit makes it.
        try FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
        let programs = URL(fileURLWithPath: Command.control).deletingLastPathComponent().path
        try directory.write(
            "sshd_config",
            """
            HostKey \(directory.file("host"))
            AuthorizedKeysFile \(directory.file("authorized"))
            StrictModes no
            UsePAM no
            PermitRootLogin prohibit-password
            SetEnv PATH=\(programs):/usr/bin:/bin SWIFT_BACKTRACE=enable=no
            \(command.map { "ForceCommand \($0)\nDisableForwarding yes\nPermitTTY no" } ?? "")

            """
        )
        program = try await directory.program(
            "ssh",
            """
            #!/bin/sh
            exec /usr/bin/ssh -F /dev/null -i \(directory.file("client")) -o IdentitiesOnly=yes \\
                -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR \\
                -o "ProxyCommand=\(Self.server) -i -f \(directory.file("sshd_config"))" "$@"

            """
        )
    }

    /// Types a command as on another host, where there is no socket of the ledger.
    func jvctl(_ arguments: [String]) async throws -> Command.Outcome {
        var command = Command([Command.control] + arguments)
        command.environment["JVLEDGER_SSH"] = program
        return try await command.run()
    }
}
