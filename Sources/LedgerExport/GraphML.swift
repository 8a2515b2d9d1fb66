// SPDX-License-Identifier: Apache-2.0

/// A network as GraphML, which networkx, igraph, Gephi, visone and yEd read.
///
///     <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
///       <key id="label" for="node" attr.name="label" attr.type="string"/>    one for each attribute
///       <graph id="network" edgedefault="directed">
///         <data key="direction">as knowledge flows: from source to seeker</data>
///         <node id="n1"><data key="label">Provide</data>…</node>
///         <edge source="n1" target="n2"><data key="weight">2</data>…</edge>
///       </graph>
///     </graphml>
///
/// Every `key` is declared, every edge is between nodes that are there, and a text has no character that XML 1.0 cannot
/// hold: those become U+FFFD.
public enum GraphML {
    private static let nodeKeys = [
        ("label", "string"), ("kind", "string"), ("key", "string"), ("role", "string"), ("group", "string"),
        ("groupKey", "string"), ("silent", "boolean"),
    ]
    private static let edgeKeys = [("weight", "long"), ("entries", "string")]

    /// Writes the file, a piece at a time.
    public static func write<Failure: Error>(
        _ network: NetworkAnswer,
        _ body: (String) throws(Failure) -> Void
    ) throws(Failure) {
        try body(head(network))
        for node in network.nodes {
            let values = [
                node.label, node.kind, node.key, node.role, node.group, node.groupKey, "\(node.isSilent)",
            ]
            try body("    <node id=\"\(node.id)\">\(data(nodeKeys, values))</node>\n")
        }
        for tie in network.ties {
            let values = ["\(tie.weight)", tie.entries.map { "\($0)" }.joined(separator: " ")]
            let ends = "source=\"\(tie.source)\" target=\"\(tie.target)\""
            try body("    <edge \(ends)>\(data(edgeKeys, values))</edge>\n")
        }
        try body("  </graph>\n</graphml>\n")
    }

    private static func head(_ network: NetworkAnswer) -> String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
        ]
        for (scope, keys) in [
            ("graph", network.description.map { ($0.name, "string") }), ("node", nodeKeys),
            ("edge", edgeKeys),
        ] {
            for (name, type) in keys {
                lines.append(
                    "  <key id=\"\(name)\" for=\"\(scope)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>"
                )
            }
        }
        lines.append("  <graph id=\"network\" edgedefault=\"directed\">")
        for (name, text) in network.description { lines.append("    " + element(name, text)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func data(_ keys: [(String, String)], _ values: [String]) -> String {
        zip(keys, values).map { key, value in value.isEmpty ? "" : element(key.0, value) }.joined()
    }

    private static func element(_ key: String, _ text: String) -> String {
        "<data key=\"\(key)\">\(escaped(text))</data>"
    }

    private static func escaped(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: shown += "&amp;"
            case 0x3C: shown += "&lt;"
            case 0x3E: shown += "&gt;"
            case 0x0D: shown += "&#13;"
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0xFFFE, 0xFFFF: shown += "\u{FFFD}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
