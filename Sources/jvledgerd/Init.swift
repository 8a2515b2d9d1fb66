// SPDX-License-Identifier: Apache-2.0
public import ArgumentParser
import Glibc
import LedgerService
import LedgerStore
import TransparencyLog

public import enum Ledger.Profile

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Create the ledger of an instance: its key, its access policy, and entry 0, the charter.",
        discussion: """
            Nothing that exists is touched. The access policy begins with the administrator alone, and examples to
            fill in. Run as root it gives the files to the user jvledger, if the host has one. Example:

              sudo jvledgerd init mid-essex --administrator "$USER"
            """
    )

    @Argument(help: "The name of the instance.")
    var instance: String

    @Option(
        help:
            "The ledger's name in every checkpoint, best a domain and path without scheme. Default: INSTANCE."
    )
    var origin: String?

    @Option(
        help: "The user who administers the ledger: a name of this host or a number. It can never record."
    )
    var administrator: String

    @Option(
        help: ArgumentHelp(
            "Which law's demands bind, for ever: minimal, uk-council or s75.",
            discussion: """
                What only warns otherwise is then refused: uk-council asks of a council's decisions what SI 2012/2089 \
                and SI 2014/2095 have recorded of them, s75 of agreements what SI 2000/617 asks.
                """
        )
    )
    var profile: Profile = .minimal

    @OptionGroup var places: Places

    func run() throws {
        try Places.check(instance: instance)
        guard UInt32(administrator) != nil || HostNames.uid(ofUser: administrator) != nil else {
            throw Failure(status: 2, message: "this host has no user '\(administrator)'")
        }
        // Root's may keep the policy from the service user; what is secret is made so by its own mode.
        umask(0o022)
        let directory = try places.state(instance)
        let signer = try SigningKey.generate(origin: origin ?? instance)
        let keyFile = directory + "/signing-key"
        let policyFile = places.policyFile(instance)
        do {
            try TextFile.makeDirectory(directory, mode: 0o700)
            guard !TextFile.exists(keyFile) else {
                throw Failure.failed("\(keyFile) exists: there is a ledger in \(directory) already")
            }
            try TextFile.makeDirectory(Self.parent(of: policyFile), mode: 0o755)
            let policy = try readOrWritePolicy(policyFile)
            let store: SQLiteEventStore
            do { store = try SQLiteEventStore(directory: directory, create: true) } catch {
                throw Failure.failed("\(error)")
            }
            try TextFile.create(keyFile, mode: 0o600, signer.secretText + "\n")
            let digest = Digest.sha256(Array(policy.utf8)).hexadecimal
            do {
                _ = try Founding.found(
                    in: store,
                    signer: signer,
                    policyDigest: digest,
                    profile: profile,
                    at: HostClock.now()
                )
            } catch { throw Failure.failed("\(error)") }
        } catch let error as TextFile.Unreadable {
            throw Failure.failed("\(error)")
        }
        LedgerFiles.giveAway(directory)
        print(
            """
            Created \(instance); entry 0 is its charter, with the profile \(profile.rawValue).
              Ledger      \(directory)
              Public key  \(signer.verifierKey.text)
                          (give it to partners and auditors separately from any export)
              Policy      \(policyFile): nobody may record yet
            Next: name recorders there (examples inside), then
                  systemctl enable --now jvledgerd@\(instance).socket
            """
        )
    }

    /// The policy that is there, or a new one with nothing but the administrator.
    private func readOrWritePolicy(_ path: String) throws -> String {
        if TextFile.exists(path) {
            let text = try TextFile.read(path)
            do { _ = try AccessPolicy(yaml: text) } catch { throw Failure.unusable("\(path): \(error)") }
            return text
        }
        let text = """
            # Who may use the ledger \(instance). Default deny: who is not named here may do nothing but `jvctl whoami`.
            # After a change: systemctl reload jvledgerd@\(instance)
            #
            # Roles: reader, recorder, auditor, witness, administrator. `for` lists the organisations that a recorder
            # may act for. Whoever administers cannot record, and root never can.
            users:
              \(administrator):
                roles: [reader, administrator]
            #  alice:
            #    roles: [reader, recorder]
            #    for: [programme-office]
            #  pat:
            #    roles: [reader, recorder]
            #    for: [provide]
            #  erin:
            #    roles: [reader, recorder]
            #    for: [essex-county-council]
            #groups:
            #  jvledger-auditors:
            #    roles: [reader, auditor]

            """
        try TextFile.create(path, mode: 0o644, text)
        return text
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }
}

extension Profile: ExpressibleByArgument {}
