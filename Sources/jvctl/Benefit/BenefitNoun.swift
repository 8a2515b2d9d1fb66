// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct BenefitNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "benefit",
        abstract: "Benefits that are claimed, verified, or did not come about.",
        discussion: Example.of(
            "jvctl benefit add \"Transaction costs avoided\" transactionCost essex-county-council"
        ),
        subcommands: [BenefitList.self, BenefitAdd.self, BenefitVerify.self, BenefitNotRealised.self],
        defaultSubcommand: BenefitList.self
    )
}
