// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct CommitmentNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "commitment",
        abstract: "What is to be done, by whom and by when.",
        discussion: Example.of(
            "jvctl commitment assign \"Draft the job description\" --owner A-0002 --due 2019-09-30",
            "jvctl commitment list --overdue"
        ),
        subcommands: [
            CommitmentList.self, CommitmentAssign.self, CommitmentReassign.self, CommitmentReschedule.self,
            CommitmentProgress.self, CommitmentComplete.self, CommitmentCancel.self,
        ],
        defaultSubcommand: CommitmentList.self
    )
}
