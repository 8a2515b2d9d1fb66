// SPDX-License-Identifier: Apache-2.0

/// Where services of several organisations meet, and who took part in making that.
public struct ListInterfaces: Inquiry {
    public static let family = InquiryFamily.boundary
    public static let name = "ListInterfaces"
    public static let summary =
        "Where services meet: whose, in which version, how it fared in tests, and who took part in making it."
    public static let command = "interface list"

    private let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only those that this organisation or a unit of it shares."
        )
    }

    /// An interface as it was at the instant asked about.
    public struct Row: Sendable {
        let key: Key
        let content: InterfaceDefined
        let versions: [ServiceInterface.Version]
        let given: Int
        let test: InterfaceTested?
        let isTestedByUsers: Bool
        let entries: [UInt64]

        /// Whether the users or the front line had a part in any version, or tried one.
        var isCoProduced: Bool { isTestedByUsers || versions.contains(where: \.isCoProduced) }
        var coProducers: [String] {
            CoProducerKind.allCases.filter { kind in
                versions.contains { $0.coProducers.contains { $0.kind == kind } }
            }.map(\.rawValue)
        }
        var decisions: [Key] { versions.compactMap(\.decision) }
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the interface.") { $0.key },
        .text("title", "What it is called.") { $0.content.title },
        .words("services", "The services that meet there, by key.") { $0.content.services.map(\.text) },
        .parties("organisations", "The organisations that share it.") { $0.content.organisations },
        .text("process", "How the work passes from one to the other, in the version in use.") {
            $0.versions.last?.process
        },
        .number("version", "The number of the version in use.") { $0.versions.last?.number },
        .number("givenUp", "How many versions were given up.") { $0.given },
        .word("test", "How it fared when it was last tried: worked, partly or failed.") {
            $0.test?.result.rawValue
        },
        .word("testedBy", "Who last tried it.") { $0.test?.tester.rawValue },
        .words("coProducers", "Who took part in making a version that stands.") { $0.coProducers },
        .flag("coProduced", "Whether users, carers or the front line made or tried it with others.") {
            $0.isCoProduced
        },
        .words("decisions", "The decisions behind its versions.") { $0.decisions.map(\.text) },
        .entries { $0.entries },
    ]

    public func answer(in world: World) -> Report<Row> {
        let rows = world.state.network.interfaces.sorted { $0.key < $1.key }.compactMap {
            key,
            interface -> Row? in
            let content = interface.defined.content
            let shares = organisation.map { asked in
                content.organisations.contains { world.state.belongs($0, to: asked) }
            }
            guard shares ?? true, interface.defined.happening.happened(at: world.instant) != .no else {
                return nil
            }
            return Self.row(key, interface, at: world.instant)
        }
        return Report(rows, figures: Self.coverage(rows))
    }

    private static func row(_ key: Key, _ interface: ServiceInterface, at t: Timestamp) -> Row {
        let happened = { (happening: Happening) in happening.happened(at: t) != .no }
        let tests = interface.tests.filter { happened($0.happening) }
        let redesigns = interface.redesigns.filter { happened($0.happening) }
        let reversions = interface.reversions.filter { happened($0.happening) }
        let versions = interface.versions(at: t)
        let positions =
            [interface.defined.happening.position] + tests.map(\.happening.position)
            + redesigns.map(\.happening.position) + reversions.map(\.happening.position)
        return Row(
            key: key,
            content: interface.defined.content,
            versions: versions,
            given: redesigns.count + 1 - versions.count,
            test: interface.test(at: t)?.content,
            isTestedByUsers: tests.contains { $0.content.tester != .staff },
            entries: positions.sorted()
        )
    }

    /// How much of what was designed was designed together with those whom it concerns.
    private static func coverage(_ rows: [Row]) -> [Figure] {
        let versions = rows.flatMap(\.versions)
        let together = versions.filter(\.isCoProduced)
        let stated = versions.filter { !$0.coProducers.isEmpty }.count
        let decisions = Set(versions.compactMap(\.decision))
        let decidedTogether = Set(together.compactMap(\.decision))
        let interfaces = rows.filter(\.isCoProduced).count
        return [
            Figure("interfaces", rows.count),
            Figure(
                "coProducedShare",
                share(interfaces, of: rows.count),
                "\(interfaces) interfaces that users, carers or the front line made or tried / interfaces"
            ),
            Figure(
                "coProducedVersionShare",
                share(together.count, of: versions.count),
                "\(together.count) of \(versions.count) versions; of \(stated) it is stated who took part"
            ),
            Figure(
                "coProducedDecisionShare",
                share(decidedTogether.count, of: decisions.count),
                "\(decidedTogether.count) of \(decisions.count) decisions behind versions led to such a one"
            ),
        ]
    }

    private static func share(_ part: Int, of whole: Int) -> String? {
        whole == 0 ? nil : decimal(Double(part) / Double(whole))
    }
}
