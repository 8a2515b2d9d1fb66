// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

/// The whole definition of a measure, as `measure define` and `measure revise` take it.
struct MeasureOptions: ParsableArguments {
    @Argument(help: "The key of the measure, which you choose.", completion: .keys(of: .measure))
    var key: String

    @Argument(help: "What the measure is called.")
    var title: String

    @Option(help: "What is counted or measured, of whom, and how.")
    var definition: String

    @Option(help: "outcome, process, balancing, experience or cost.")
    var kind: String

    @Option(help: "daily, weekly, monthly, quarterly, annual or irregular.")
    var frequency: String

    @Option(help: "The organisation that reports it.", completion: .keys(of: .organisation))
    var org: String

    @Option(help: "What is counted above the line, for a ratio.")
    var numerator: String?

    @Option(help: "What it is counted out of.")
    var denominator: String?

    @Option(help: "What the ratio is multiplied by: 100 for per cent.")
    var per: Int?

    @Option(help: "The unit of its values.")
    var unit: String?

    @Option(help: "Which way is better: higher, lower or target.")
    var betterIs: String?

    @Option(help: "Where it should be, such as 95.")
    var target: String?

    @Option(help: "How far a value may miss the target and still be amber.")
    var amber: String?

    @Option(help: "The objective that it measures.", completion: .keys(of: .objective))
    var objective: String?

    @Option(help: "The service interface that it is about.", completion: .keys(of: .interface))
    var interface: String?

    /// The fields of an entry.
    var data: JSONObject {
        JSONObject(fields: [
            "title": .text(title),
            "definition": .text(definition),
            "kind": .text(kind),
            "frequency": .text(frequency),
            "org": .text(org),
            "numerator": .text(numerator),
            "denominator": .text(denominator),
            "per": .number(per),
            "unit": .text(unit),
            "betterIs": .text(betterIs),
            "target": .text(target),
            "amber": .text(amber),
            "objective": .text(objective),
            "interface": .text(interface),
        ])
    }
}
