// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Ledger
import Testing

/// One of the networks of `networks-golden.json`, whose figures agree with R sna, igraph and networkx to
/// 1e-12.
struct GoldenNetwork: CustomTestStringConvertible {
    /// Their names, for the arguments of tests.
    static let names = [
        "five-roles", "liaison", "bridge-two-orgs", "lcg-12", "lcg-15-uneven", "isolates", "empty",
        "nx-burt-directed", "borgatti-holes-mutual",
    ]

    let name: String
    let json: JSON
    let network: PartitionedGraph
    /// The label of each group, by its number.
    let labels: [String]

    var testDescription: String { name }

    /// All networks of the file.
    static func all() throws -> [GoldenNetwork] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = try Data(contentsOf: folder.appending(path: "Fixtures/networks-golden.json"))
        return try #require(try JSON(parsing: Array(file)).array).map(GoldenNetwork.init)
    }

    static func named(_ name: String) throws -> GoldenNetwork {
        try #require(try all().first { $0.name == name })
    }

    private init(json: JSON) throws {
        self.json = json
        name = try #require(json.object?["name"]?.text)
        let groups = try #require(json.object?["groups"]?.array).map { try #require($0.text) }
        let arcs = try #require(json.object?["arcs"]?.array).map { arc in
            let ends = try #require(arc.array).map { Int(try #require($0.integer)) }
            return Arc(from: ends[0], to: ends[1])
        }
        let nodes = Int(try #require(json.object?["n"]?.integer))
        labels = Set(groups).sorted()
        network = try PartitionedGraph(
            DirectedGraph(nodes: nodes, arcs: arcs),
            in: Partition(labels: groups)
        )
    }

    /// The value at a path of member names.
    func value(_ path: String...) throws -> JSON {
        try path.reduce(json) { try #require($0.object?[$1]) }
    }

    /// Expects a number, or nil for null.
    func expect(
        _ actual: Double?,
        equals golden: JSON,
        _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let comment = Comment(rawValue: "\(name), \(what): \(golden)")
        #expect(isClose(actual, golden.number), comment, sourceLocation: sourceLocation)
    }

    /// Expects an array of numbers.
    func expect(
        _ actual: [Double?],
        equals golden: JSON,
        _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let items = try #require(golden.array)
        #expect(actual.count == items.count, "\(name), \(what)", sourceLocation: sourceLocation)
        for (index, pair) in zip(actual, items).enumerated() {
            expect(pair.0, equals: pair.1, "\(what) \(index)", sourceLocation: sourceLocation)
        }
    }
}

/// Whether two figures are the same to 1e-9, or both undefined.
func isClose(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return (one - other).magnitude <= 1e-9 * max(1, other.magnitude)
}

extension JSON {
    /// The number, or nil for anything else.
    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let text): Double(text)
        case .null, .bool, .string, .array, .object: nil
        }
    }
}

extension PerRole<Double> {
    /// The values in the order of the file, as values that may be undefined.
    var row: [Double?] { [coordinator, itinerant, representative, gatekeeper, liaison, total] }
}

extension PerRole<Int> {
    /// The values in the order of the file.
    var row: [Double?] {
        [coordinator, itinerant, representative, gatekeeper, liaison, total].map { Double($0) }
    }
}

extension PerRole<Moments> {
    /// The moments in the order of the file.
    var row: [Moments] { [coordinator, itinerant, representative, gatekeeper, liaison, total] }
}
