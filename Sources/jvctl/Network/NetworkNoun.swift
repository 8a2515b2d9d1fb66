// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct NetworkNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Who turns to whom, who brokers, and what would fall apart.",
        discussion: Example.of("jvctl network show --survey SV-0001"),
        subcommands: [
            NetworkShow.self, NetworkTies.self, NetworkBrokers.self, NetworkBridges.self,
            NetworkFailurePoints.self, NetworkGaps.self, NetworkChange.self,
        ],
        defaultSubcommand: NetworkShow.self
    )
}
