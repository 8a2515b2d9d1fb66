// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct ToolNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "tool",
        abstract: "Tools that were introduced, and who uses them.",
        discussion: Example.of(
            "jvctl tool add learning-tool \"Management learning tool\" --kind managementLearning"
        ),
        subcommands: [
            ToolList.self, ToolAdd.self, ToolAdopt.self, ToolUse.self,
        ],
        defaultSubcommand: ToolList.self
    )
}
