// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct WitnessCosign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cosign",
        abstract: "Check a request against what this witness has seen, and cosign it: without a connection.",
        discussion: Example.of(
            "jvctl witness cosign for-provide.request provide.cosigned --key provide.key --memory mid-essex.seen \\",
            "    --log mid-essex.vkey"
        )
    )

    @Argument(help: "The request, from jvctl witness request.", completion: .file())
    var request: String

    @Argument(
        help: "The file for the cosigned checkpoint, to be taken to jvctl witness submit.",
        completion: .file()
    )
    var output: String

    @OptionGroup(title: "Witness") var options: WitnessOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run() async throws {
        try options.witness().cosign(requestFile: request, output: output, common.settings)
    }
}
