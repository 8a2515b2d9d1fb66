// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct DecisionNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "decision",
        abstract: "What the partners decide together, from proposal to review.",
        discussion: Example.of(
            "jvctl decision propose \"Extend the method\" --option \"All wards\" --option \"Two wards\"",
            "jvctl decision consent D-0004",
            saying: "One key, such as D-0004, follows a matter through its whole life."
        ),
        groupedSubcommands: [
            CommandGroup(
                name: "Proposing",
                subcommands: [
                    DecisionPropose.self, DecisionRevise.self, DecisionOption.self, DecisionArgue.self,
                    DecisionEvidence.self, DecisionWithdraw.self,
                ]
            ),
            CommandGroup(
                name: "What partners say",
                subcommands: [
                    DecisionPosition.self, DecisionConsent.self, DecisionRefuse.self,
                    DecisionWithdrawConsent.self, DecisionMeet.self, DecisionDissent.self, DecisionVote.self,
                ]
            ),
            CommandGroup(
                name: "Deciding",
                subcommands: [
                    DecisionAdopt.self, DecisionUrgent.self, DecisionRatify.self, DecisionReject.self,
                    DecisionDefer.self, DecisionCallIn.self, DecisionResolveCallIn.self,
                    DecisionSupersede.self, DecisionRescind.self, DecisionPublish.self,
                ]
            ),
            CommandGroup(
                name: "Carrying out",
                subcommands: [
                    DecisionStart.self, DecisionMilestone.self, DecisionBlock.self, DecisionComplete.self,
                    DecisionAbandon.self, DecisionReview.self,
                ]
            ),
            CommandGroup(
                name: "Asking",
                subcommands: [
                    DecisionList.self, DecisionShow.self, DecisionWhy.self, DecisionAccount.self,
                    DecisionImpact.self, DecisionMatrix.self, DecisionReviews.self, DecisionAlternatives.self,
                    DecisionDissents.self, DecisionLatency.self, DecisionReversals.self,
                    DecisionOrigins.self,
                ]
            ),
        ],
        defaultSubcommand: DecisionList.self
    )
}
