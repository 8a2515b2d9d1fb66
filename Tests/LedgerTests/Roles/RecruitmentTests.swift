// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct RecruitmentTests {
    private func post() throws -> History {
        var history = try History.partnership()
        try history.define(with: ["host": "provide", "accountableTo": ["provide", "council"]])
        try history.fund(from: "2019-02-01", shares: [("provide", 5_000), ("council", 5_000)])
        return history
    }

    private func refused(_ reason: RolesRefusal, _ rule: Int) -> Rejection {
        #expect(reason.rule.rawValue == rule)
        return .refused(.roles(reason))
    }

    @Test("A search is opened once at a time, and closed with what it came to")
    func steps() throws {
        var history = try post()
        #expect(throws: refused(.notRecruiting(.manager), 211)) {
            try history.record("recruitment.closed", "post/manager", ["outcome": "appointed"])
        }
        let opened = try history.record(
            "recruitment.opened",
            "post/manager",
            ["panel": ["provide", "council"]],
            occurred: "2019-03-01"
        )
        #expect(opened.entry.warnings == [])
        #expect(throws: refused(.recruitmentOpen(.manager, since: opened.entry.position), 211)) {
            try history.record("recruitment.opened", "post/manager")
        }
        try history.assign(1, from: "2019-05-01")
        try history.define("other")
        try history.assign(2, "post/other", from: "2019-05-01")
        #expect(throws: refused(.assignedElsewhere(.assignment(2), Subject(.post, try key("other"))), 211)) {
            try history.record(
                "recruitment.closed",
                "post/manager",
                ["outcome": "appointed", "assignment": "A-0002"]
            )
        }
        try history.record(
            "recruitment.closed",
            "post/manager",
            ["outcome": "appointed", "assignment": "A-0001"],
            occurred: "2019-04"
        )
        let search = history.state.post(.manager)?.recruitments.first
        #expect(search?.closed?.content.outcome == .appointed)
    }

    @Test("Rule 33: a panel without one of those who pay is warned of")
    func panel() throws {
        var history = try post()
        let alone = try history.record(
            "recruitment.opened",
            "post/manager",
            ["panel": ["provide"]],
            occurred: "2019-03-01"
        )
        #expect(alone.entry.warnings == [33])
    }

    @Test("Rule 28: nobody is looked for to hold an abolished post")
    func abolished() throws {
        var history = try post()
        try history.record("post.abolished", "post/manager", occurred: "2020-06-01")
        let closed = RolesRefusal.roleClosed(.manager, try EDTF("2020-06-01"))
        #expect(throws: refused(closed, 28)) {
            try history.record("recruitment.opened", "post/manager", occurred: "2020-07-01")
        }
    }
}
