// SPDX-License-Identifier: Apache-2.0

/// A row about one member of a network.
protocol NetworkRow: Sendable {
    /// The member.
    var node: VentureNetwork.Node { get }
}

extension Column where Row: NetworkRow {
    /// Who the row is about: a number in the answer, a person or an organisation, the role and the group.
    ///
    /// People appear by what they do; who they are is shown to those whom policy lets see it.
    static var member: [Column] {
        [
            .number("node", "The number of the person or organisation in this network.") { $0.node.number },
            .person("person", "The person; absent for an organisation.") { $0.node.person },
            .party("organisation", "The organisation or unit; absent for a person.") { $0.node.organisation },
            .text("role", "The post or seat that the person held at the window's end.") { $0.node.role },
            .party("group", "The group, or a key in parentheses.") { $0.node.group },
        ]
    }
}
