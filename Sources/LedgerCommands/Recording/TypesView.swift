// SPDX-License-Identifier: Apache-2.0

/// The types of entries, for people.
public enum TypesView {
    /// All types, one a row.
    public static func table(_ types: [EventType]) -> Table {
        var table = Table("TYPE", "SUBJECT", "RECORDS")
        for type in types { table.append([type.name, subject(type), type.summary]) }
        return table
    }

    /// One type with its fields, and how it is recorded.
    public static func lines(_ type: EventType, _ width: Int?, hasLegend: Bool) -> [String] {
        var table = Table("FIELD", "HOLDS", "MEANS")
        for field in type.fields { add(field, "", &table) }
        let fields = type.fields.filter(\.isRequired).map { "\($0.name)=…" }
        let example = (["jvctl record", type.name, subject(type)] + fields).joined(separator: " ")
        return ["\(type.name)  (\(type.type))", type.summary, ""]
            + table.lines(width: width, hasLegend: hasLegend)
            + ["", "Fields with * must be there. Example:", "  \(example)"]
    }

    private static func subject(_ type: EventType) -> String {
        type.begins ? "\(type.kind)/" : "\(type.kind)/KEY"
    }

    private static func add(_ field: EventType.Field, _ prefix: String, _ table: inout Table) {
        let kind = field.choices.isEmpty ? field.kind : field.choices.joined(separator: ", ")
        let name = prefix + field.name + (field.isRequired ? "*" : "")
        table.append([name, field.isPersonal ? "\(kind) (sealed)" : kind, field.documentation])
        for item in field.items { add(item, "\(prefix)\(field.name).", &table) }
    }
}
