// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Rules of objectives")
struct ObjectiveRuleTests {
    private let rated: JSON = ["narrative": "It goes well", "rating": "onTrack"]

    @Test("Rule 82: a rating needs a measure with a target that says which way is better")
    func rating() throws {
        var history = try History.withObjective()
        let objective = try key("O-0001")
        refuses(.noTarget(objective), rule: 82) {
            try history.record("objective.assessed", "objective/O-0001", rated)
        }
        // A process measure is not held to the target of the objective.
        try history.defineMeasure("calls", with: ["kind": "process"])
        refuses(.noTarget(objective), rule: 82) {
            try history.record("objective.assessed", "objective/O-0001", rated)
        }
        try history.record("objective.assessed", "objective/O-0001", ["narrative": "Too early to tell"])
        try history.defineMeasure()
        #expect(try history.record("objective.assessed", "objective/O-0001", rated).entry.warnings == [84])
    }

    @Test("Rule 82: a value without target or direction is neither red, amber nor green")
    func noRating() {
        let value = DecimalNumber(3)
        #expect(MeasureRating(value, target: nil, better: .lower, amber: nil) == nil)
        #expect(MeasureRating(value, target: value, better: nil, amber: nil) == nil)
        #expect(MeasureRating.band(target: value, better: nil, amber: nil) == nil)
    }

    @Test("Rule 83: an objective that is assessed or closed has an outcome measure, or a warning")
    func outcomeMeasure() throws {
        var history = try History.withObjective()
        try history.defineMeasure("calls", with: ["kind": "balancing"])
        let assessed = try history.record("objective.assessed", "objective/O-0001", ["narrative": "x"])
        #expect(assessed.entry.warnings == [83])
        try history.defineMeasure()
        let again = try history.record("objective.assessed", "objective/O-0001", ["narrative": "y"])
        #expect(again.entry.warnings == [])
    }

    @Test("Rule 84: an objective that is assessed or closed has a balancing measure, or a warning")
    func balancingMeasure() throws {
        var history = try History.withObjective()
        try history.defineMeasure()
        let close: JSON = ["outcome": "partly", "reason": "The year is over"]
        var other = history
        #expect(try history.record("objective.closed", "objective/O-0001", close).entry.warnings == [84])
        try other.defineMeasure("calls", with: ["kind": "balancing"])
        #expect(try other.record("objective.closed", "objective/O-0001", close).entry.warnings == [])
    }

    @Test("Rule 84: what is given up needs no measures")
    func dropped() throws {
        var history = try History.withObjective()
        let dropped = try history.record(
            "objective.closed",
            "objective/O-0001",
            ["outcome": "dropped", "reason": "Priorities moved"]
        )
        #expect(dropped.entry.warnings == [])
        refuses(.closed(try key("O-0001"), by: dropped.entry.position), rule: 211) {
            try history.record("objective.assessed", "objective/O-0001", ["narrative": "x"])
        }
    }

    @Test("A revision replaces what it names, from its date on")
    func revision() throws {
        var history = try History.withObjective()
        let objective = try key("O-0001")
        refuses(.nothingRevised(Subject(.objective, objective)), rule: 211) {
            try history.record("objective.revised", "objective/O-0001", ["reason": "none"])
        }
        let early = ActivityRefusal.beforeItBegan(Subject(.objective, objective), began: try EDTF("2019"))
        #expect(throws: Rejection.refused(.activity(early))) {
            try history.record("objective.revised", "objective/O-0001", ["target": "1"], occurred: "2018")
        }
        try history.record("objective.revised", "objective/O-0001", ["target": "1.5"], occurred: "2020-06")
        let then = try #require(history.state.objective(objective)?.asOf(try endOf("2020-05")))
        let now = try #require(history.state.objective(objective)?.asOf(try endOf("2020-06")))
        #expect(then.target == DecimalNumber("2"))
        #expect(now.target == DecimalNumber("1.5"))
        #expect(now.baseline == DecimalNumber("4.5"))
        #expect(history.state.objective(objective)?.asOf(try endOf("2018")) == nil)
    }
}
