// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct WitnessPolicyShow: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "The witness policy in force, as a C2SP tlog-policy. The same without a verb.",
        discussion: Example.of("jvctl witness policy > mid-essex.policy")
    )

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Log.GetWitnessPolicy")
        try session.answer(reply, verbatim: reply["policy"]?.text)
    }
}
