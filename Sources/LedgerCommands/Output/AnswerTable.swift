// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The headings of a table and, for each, the member of a row that is shown below it.
public typealias AnswerColumns = KeyValuePairs<String, String>

/// Answers of questions whose rows all have the same members, for people.
public enum AnswerTable {
    /// The rows as a table; with a last column for the entries that each rests on, if that is wanted.
    public static func rows(_ reply: JSONObject, _ columns: AnswerColumns, showsEntries: Bool) -> Table {
        var table = Table(columns.map(\.key) + (showsEntries ? ["ENTRIES"] : []))
        for row in reply.objects("rows") {
            var cells = columns.map { heading, member in cell(row[member], heading) }
            if showsEntries {
                cells.append(PositionList.text(row.positions("entries")))
            }
            table.append(cells)
        }
        return table
    }

    /// The figures, one a line, with what they mean.
    public static func figures(_ reply: JSONObject) -> [String] {
        var table = Table("", "", "")
        for figure in reply.objects("figures") {
            table.append([
                figure.line("name") ?? "", figure.line("value") ?? "n/a", figure.line("meaning") ?? "",
            ])
        }
        return table.lines(width: nil, hasLegend: false)
    }

    /// What a cell shows: a flag its heading, an organisation its name, a person what they do.
    private static func cell(_ value: JSON?, _ heading: String) -> String {
        guard let value else { return "" }
        if let text = value.text { return DisplayText.line(text) }
        if let number = value.integer { return "\(number)" }
        if let flag = value.bool { return flag ? heading.lowercased() : "" }
        if let items = value.array { return items.map { cell($0, heading) }.joined(separator: ", ") }
        guard let object = value.object else { return "" }
        if object["minor"] != nil { return Money.text(object) }
        guard !object.isSet("erased") else { return HolderText.person(object) }
        return object.line("name") ?? object.line("label") ?? object.line("key") ?? ""
    }
}
