// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The journey of the venture, for people: a reply of `io.jvledger.Boundary.GetJourney`.
public enum JourneyViews {
    /// The steps, below the phases to which they belong.
    public static func steps(_ reply: JSONObject) -> Table {
        table(reply, "WHEN", "WHO", "WHAT", "TITLE", "ENTRY") { step in
            [
                BoundaryViews.when(step), lanes(of: step).map(\.name).joined(separator: ", "),
                step.line("type") ?? "", title(step), step.number("position").map { "\($0)" } ?? "",
            ]
        }
    }

    /// The steps with a column for each organisation, below the phases to which they belong.
    public static func lanes(_ reply: JSONObject) -> Table {
        var keys: [String] = []
        for lane in reply.objects("steps").flatMap({ lanes(of: $0) }) where !keys.contains(lane.key) {
            keys.append(lane.key)
        }
        return table(reply, ["WHEN"] + keys.map { $0.uppercased() } + ["TITLE"]) { step in
            let lanes = lanes(of: step).map(\.key)
            let marks = keys.map { $0 == lanes.first ? "*" : lanes.contains($0) ? "+" : "" }
            return [BoundaryViews.when(step)] + marks + [title(step)]
        }
    }

    private static func table(
        _ reply: JSONObject,
        _ headings: String...,
        row: (JSONObject) -> [String]
    ) -> Table {
        table(reply, headings, row: row)
    }

    /// What is in no phase comes first; then each phase, with what is in it.
    private static func table(_ reply: JSONObject, _ headings: [String], row: (JSONObject) -> [String])
        -> Table
    {
        var table = Table(headings)
        let steps = reply.objects("steps")
        guard !steps.isEmpty else { return table }
        let phases = reply.objects("phases")
        let known = Set(phases.compactMap { $0.number("ordinal") })
        for step in steps where !(step.number("phase").map(known.contains) ?? false) {
            table.append(row(step))
        }
        for phase in phases {
            let ordinal = phase.number("ordinal") ?? 0
            table.appendHeading(
                "Phase \(ordinal)  \(phase.line("title") ?? Withheld.text)  (\(phase.line("when") ?? ""))"
            )
            for step in steps where step.number("phase") == ordinal { table.append(row(step)) }
        }
        return table
    }

    private static func lanes(of step: JSONObject) -> [(key: String, name: String)] {
        step.objects("lanes").compactMap { lane in
            lane.line("key").map { (key: $0, name: lane.line("name") ?? $0) }
        }
    }

    private static func title(_ step: JSONObject) -> String {
        let disputes = step.lines("disputes")
        let remark = disputes.isEmpty ? "" : " [disputed: \(disputes.joined(separator: ", "))]"
        return (step.line("title") ?? "") + remark
    }
}
