// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct BenefitList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The benefits that somebody claims, and whether others found them.",
        discussion: Example.of("jvctl benefit list --status claimed")
    )
    static let method = "io.jvledger.Evaluation.ListBenefits"
    static let columns: AnswerColumns = [
        "KEY": "key", "WHAT": "title", "KIND": "kind", "CLAIMED BY": "claimant", "WORTH": "amount",
        "CLAIMED": "claimed", "STATUS": "status", "POSSIBLY": "possibly", "BY": "by", "VERIFIED": "verified",
        "CONFIDENCE": "confidence",
    ]
    static let none = "No benefit is claimed."

    @Option(help: "Only those that are claimed, verified or notRealised.")
    var status: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["status": .text(status)]
    }
}
