// SPDX-License-Identifier: Apache-2.0

/// A network as a drawing for Graphviz: a box for each group, and in it its members.
///
///     digraph "network" {
///       subgraph "cluster_1" { label="Provide"; "n1" [label="Programme Manager" shape=box]; }
///       "n1" -> "n2" [label="2" weight=2 entries="12 40"];
///     }
///
/// Identifiers are ours and every text is quoted. In a label Graphviz would take `\` for the start of an escape and `&`
/// for that of an entity, so both are written so that they show as they are; a line break becomes `\n`, and other
/// control characters U+FFFD.
public enum GraphvizDOT {
    /// Writes the file, a piece at a time.
    public static func write<Failure: Error>(
        _ network: NetworkAnswer,
        _ body: (String) throws(Failure) -> Void
    ) throws(Failure) {
        let said = network.description.map { "\($0.name): \($0.text)" }.joined(separator: "\n")
        try body("digraph \"network\" {\n  label=\(quoted(said));\n  node [style=rounded];\n")
        let groups = Dictionary(grouping: network.nodes, by: \.groupKey)
        for (index, group) in groups.sorted(by: { $0.key < $1.key }).enumerated() {
            try body("  subgraph \"cluster_\(index + 1)\" {\n")
            try body("    label=\(quoted(group.value.first?.group ?? ""));\n")
            for node in group.value { try body("    " + line(node)) }
            try body("  }\n")
        }
        for tie in network.ties {
            let entries = quoted(tie.entries.map { "\($0)" }.joined(separator: " "))
            let label = tie.weight > 1 ? "label=\"\(tie.weight)\" " : ""
            try body(
                "  \"\(tie.source)\" -> \"\(tie.target)\" [\(label)weight=\(tie.weight) entries=\(entries)];\n"
            )
        }
        try body("}\n")
    }

    private static func line(_ node: NetworkAnswer.Node) -> String {
        let label = node.role.isEmpty || node.role == node.label ? node.label : "\(node.label)\n\(node.role)"
        let shape = node.kind == "person" ? "ellipse" : "box"
        let silent = node.isSilent ? " style=\"rounded,dashed\"" : ""
        return "\"\(node.id)\" [label=\(quoted(label)) shape=\(shape) key=\(quoted(node.key))\(silent)];\n"
    }

    private static func quoted(_ text: String) -> String {
        var shown = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: shown += "\\\""
            case 0x5C: shown += "\\\\"
            case 0x26: shown += "&amp;"
            case 0x0A: shown += "\\n"
            case 0x00...0x1F, 0x7F...0x9F: shown += "\u{FFFD}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown + "\""
    }
}
