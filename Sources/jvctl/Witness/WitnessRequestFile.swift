// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct WitnessRequestFile: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Write the latest checkpoint and the proof of its continuation, for a witness elsewhere.",
        discussion: Example.of(
            "jvctl witness request for-provide.request --since 60",
            "jvctl witness request for-council.request --since 31 --size 60",
            saying: "The file is the body of add-checkpoint of C2SP tlog-witness: any such witness takes it."
        )
    )

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @Option(help: "The size that the witness cosigned last: jvctl witness list; 0 for its first time.")
    var since: UInt64 = 0

    @Option(help: "A checkpoint that other witnesses cosigned, to have it cosigned by all; else the latest.")
    var size: UInt64?

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        try await session.writeWitnessRequest(file, since: since, size: size)
    }
}
