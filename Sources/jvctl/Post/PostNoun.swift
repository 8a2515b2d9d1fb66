// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct PostNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: "Posts: who holds them and who pays.",
        discussion: Example.of("jvctl post show programme-manager"),
        subcommands: [
            PostList.self, PostShow.self, PostBiography.self, PostDefine.self, PostRetitle.self,
            PostFund.self, PostFunding.self, PostAbolish.self,
        ],
        defaultSubcommand: PostList.self
    )
}
