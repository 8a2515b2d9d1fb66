// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct EvidenceNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Documents that entries name as their sources.",
        discussion: Example.of("jvctl evidence add REF \"Case study\" --kind evaluation"),
        subcommands: [EvidenceList.self, EvidenceAdd.self, EvidenceAppraise.self, EvidenceRetract.self],
        defaultSubcommand: EvidenceList.self
    )
}
