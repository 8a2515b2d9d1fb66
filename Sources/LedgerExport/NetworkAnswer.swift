// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// A network as `io.jvledger.Boundary.ListNetworkTies` returns it, read for writers of graphs.
public struct NetworkAnswer: Sendable {
    /// A person or an organisation.
    struct Node: Hashable, Sendable {
        /// Its name in the file: `n` and its number.
        let id: String
        /// What to call it: its name, else what the person does, else its key or number.
        let label: String
        /// `person` or `organisation`.
        let kind: String
        /// The key; empty where the caller may not see who it is.
        let key: String
        /// The post or seat that a person held.
        let role: String
        /// The group, by name and by key.
        let group: String
        let groupKey: String
        /// Whether it was asked and did not answer.
        let isSilent: Bool
    }

    /// A tie from one node to another.
    struct Tie: Hashable, Sendable {
        let source: String
        let target: String
        /// How many entries report it, and which.
        let weight: Int64
        let entries: [Int64]
    }

    /// The nodes, by number.
    let nodes: [Node]
    /// The ties, by number of where they lead from and to.
    let ties: [Tie]
    /// What the network is, a name and a text each: where its ties come from, their direction, groups and window.
    let description: [(name: String, text: String)]

    /// How many nodes and ties there are.
    public var counts: (nodes: Int, ties: Int) { (nodes.count, ties.count) }

    /// Reads an answer; nil if it is none.
    public init?(_ answer: JSONObject) {
        var nodes: [Int64: Node] = [:]
        var ties: [Tie] = []
        for row in (answer["rows"]?.array ?? []).compactMap(\.object) {
            guard let from = row["fromNode"]?.integer else { return nil }
            nodes[from] = Self.node(row, "from", from)
            guard let to = row["toNode"]?.integer else { continue }
            nodes[to] = Self.node(row, "to", to)
            ties.append(
                Tie(
                    source: "n\(from)",
                    target: "n\(to)",
                    weight: row["weight"]?.integer ?? 0,
                    entries: (row["entries"]?.array ?? []).compactMap(\.integer)
                )
            )
        }
        self.nodes = nodes.sorted { $0.key < $1.key }.map(\.value)
        self.ties = ties
        let said = ["ties", "direction", "grouping", "window"]
        description = (answer["figures"]?.array ?? []).compactMap(\.object).compactMap { figure in
            guard let name = figure["name"]?.text, said.contains(name), let value = figure["value"]?.text
            else { return nil }
            return (name, value)
        }
    }

    private static func node(_ row: JSONObject, _ end: String, _ number: Int64) -> Node {
        let person = row["\(end)Person"]?.object
        let organisation = row["\(end)Organisation"]?.object
        let party = person ?? organisation
        let group = row["\(end)Group"]?.object
        let names = ["name", "label", "key"].compactMap { party?[$0]?.text }
        return Node(
            id: "n\(number)",
            label: names.first ?? "\(number)",
            kind: person == nil ? "organisation" : "person",
            key: party?["key"]?.text ?? "",
            role: row["\(end)Role"]?.text ?? "",
            group: group?["name"]?.text ?? group?["key"]?.text ?? "",
            groupKey: group?["key"]?.text ?? "",
            isSilent: row["\(end)Silent"]?.bool ?? false
        )
    }
}
