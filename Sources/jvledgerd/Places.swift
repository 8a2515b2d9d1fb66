// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Systemd

import struct Ledger.Key

/// Where everything of an instance is: as told on the command line, else as systemd says, else the usual places.
struct Places: ParsableArguments {
    @Option(help: "The directory of the ledger. Default: $STATE_DIRECTORY or /var/lib/jvledger/INSTANCE.")
    var stateDirectory: String?

    @Option(help: "The configuration file. Default: /etc/jvledger/INSTANCE/jvledgerd.yaml; it may be absent.")
    var config: String?

    @Option(help: "The access policy. Default: /etc/jvledger/INSTANCE/policy.yaml.")
    var policy: String?

    /// The directory of the ledger.
    func state(_ instance: String, _ configured: String?) -> String {
        stateDirectory ?? ServiceDirectories().state ?? configured ?? "/var/lib/jvledger/\(instance)"
    }

    /// The directory of the ledger, for whoever has not read the configuration.
    func state(_ instance: String) throws(Failure) -> String {
        state(instance, try Configuration(file: configurationFile(instance)).stateDirectory)
    }

    /// The directory of what may be deleted at any time: systemd's, or one below that of the ledger.
    func snapshots(in state: String) -> String { (ServiceDirectories().cache ?? state) + "/snapshots" }

    /// The configuration file.
    func configurationFile(_ instance: String) -> String {
        config ?? configuration(instance) + "/jvledgerd.yaml"
    }

    /// The access policy.
    func policyFile(_ instance: String) -> String { policy ?? configuration(instance) + "/policy.yaml" }

    /// The signing key: systemd's credential, or a file beside the ledger.
    func keyFile(_ instance: String, in state: String) -> String {
        if let credential = ServiceDirectories().credentialPath("signing-key"), TextFile.exists(credential) {
            return credential
        }
        return state + "/signing-key"
    }

    private func configuration(_ instance: String) -> String {
        (ServiceDirectories().configuration ?? "/etc/jvledger") + "/" + instance
    }

    /// Refuses a name that could lead out of its directory.
    static func check(instance: String) throws {
        guard Key(instance) != nil else {
            throw ValidationError(
                "'\(instance)' cannot name an instance: use letters, digits, dots and dashes"
            )
        }
    }
}
