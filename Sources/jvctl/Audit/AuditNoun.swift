// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct AuditNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "How complete, authorised and timely the record is.",
        discussion: Example.of("jvctl audit completeness"),
        subcommands: [
            AuditCompleteness.self, AuditAuthority.self, AuditConflicts.self, AuditLate.self,
            AuditAmendments.self, AuditErasures.self, AuditRecorders.self, AuditPartnerReport.self,
        ],
        defaultSubcommand: AuditCompleteness.self
    )
}
