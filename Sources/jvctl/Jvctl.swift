// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

/// The root of all verbs.
struct Jvctl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jvctl",
        abstract: "Ask and record what partner organisations decide together.",
        discussion: """
            Without a verb it shows how the ledger is. Every verb explains itself with --help.

            Exit codes:
            \(ProgramExit.table)

            Environment: JVLEDGER_SOCKET (the socket to connect to), JVLEDGER_SSH (what --host runs instead of ssh), \
            SYSTEMD_COLORS, NO_COLOR, COLUMNS.
            """,
        version: "jvctl 0.1.0",
        groupedSubcommands: [
            CommandGroup(name: "Recording and reading entries", subcommands: entryVerbs),
            CommandGroup(
                name: "What is decided, by whom, and what is done",
                subcommands: nouns + [ShowJourney.self, ShowDifference.self]
            ),
            CommandGroup(name: "Putting right", subcommands: amendingVerbs),
            CommandGroup(name: "What is personal", subcommands: personalVerbs),
            CommandGroup(name: "The ledger as evidence", subcommands: evidenceVerbs),
            CommandGroup(
                name: "The daemon",
                subcommands: [
                    ShowStatus.self, ShowMetrics.self, BackUp.self, PolicyNoun.self, ReloadDaemon.self,
                    Introspect.self, RunBridge.self,
                ]
            ),
        ],
        defaultSubcommand: ShowStatus.self
    )

    private static let entryVerbs: [any ParsableCommand.Type] = [
        ShowCaller.self, ShowTypes.self, RecordEntry.self, ImportEntries.self, ShowLog.self,
        Watch.self,
    ]

    private static let amendingVerbs: [any ParsableCommand.Type] = [
        Correct.self, Retract.self, Dispute.self, Settle.self, ShowDisputes.self,
    ]

    private static let personalVerbs: [any ParsableCommand.Type] = [
        Disclose.self, Erase.self, HoldNoun.self,
    ]

    private static let evidenceVerbs: [any ParsableCommand.Type] = [
        Export.self, Verify.self, Compare.self, ShowCheckpoint.self, ShowProof.self,
        ShowConsistency.self, WitnessNoun.self,
    ]

    /// The verbs that have verbs of their own.
    private static let nouns =
        decisionNouns + workNouns + roleNouns + boundaryNouns + evaluationNouns + learningNouns + [
            AuditNoun.self
        ]

    private static let decisionNouns: [any ParsableCommand.Type] = [
        DecisionNoun.self, AdviceNoun.self, EvidenceNoun.self,
    ]

    private static let workNouns: [any ParsableCommand.Type] = [
        NeedNoun.self, ConsultationNoun.self, CommitmentNoun.self, RaidNoun.self, DisagreementNoun.self,
    ]

    private static let roleNouns: [any ParsableCommand.Type] = [
        PartnerNoun.self, OrganisationNoun.self, AgreementNoun.self, BodyNoun.self, MeetingNoun.self,
        DelegationNoun.self, InterestNoun.self, PostNoun.self,
        RoleNoun.self, PersonNoun.self,
    ]

    private static let boundaryNouns: [any ParsableCommand.Type] = [
        BoundaryNoun.self, BarrierNoun.self, NetworkNoun.self, SurveyNoun.self, InterfaceNoun.self,
        ServiceNoun.self,
    ]

    private static let evaluationNouns: [any ParsableCommand.Type] = [
        ObjectiveNoun.self, MeasureNoun.self, FindingNoun.self, BenefitNoun.self, CostNoun.self,
        ContributionNoun.self,
    ]

    private static let learningNouns: [any ParsableCommand.Type] = [
        KnowledgeNoun.self, LessonNoun.self, PracticeNoun.self, CommunityNoun.self, ToolNoun.self,
        PrincipleNoun.self, ReflectionNoun.self, RecognitionNoun.self,
    ]
}
