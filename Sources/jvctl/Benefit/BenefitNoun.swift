// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct BenefitNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "benefit",
        abstract: "Benefits that are claimed.",
        discussion: Example.of(
            "jvctl benefit add \"Transaction costs avoided\" transactionCost essex-county-council"
        ),
        subcommands: [BenefitList.self, BenefitAdd.self],
        defaultSubcommand: BenefitList.self
    )
}
