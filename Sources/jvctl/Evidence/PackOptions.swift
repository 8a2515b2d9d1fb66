// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands
import LedgerExport

/// The options of an audit pack that no other export has.
struct PackOptions: ParsableArguments {
    /// Which sealed texts a pack shows.
    enum Shown: String, CaseIterable, ExpressibleByArgument {
        case receiver
        case all
        case none
    }

    @Option(
        help: ArgumentHelp("Write an audit pack, one file that proves what it holds.", valueName: "file"),
        completion: .file()
    )
    var pack: String?

    @Option(
        help: ArgumentHelp(
            "For whom: the key of an organisation, or any other, such as external-audit. It is recorded.",
            valueName: "key"
        ),
        completion: .keys(of: .organisation)
    )
    var receiver: String?

    @Option(
        help: ArgumentHelp("Only what concerns this decision.", valueName: "key"),
        completion: .keys(of: .decision)
    )
    var decision: String?

    @Option(
        help: ArgumentHelp("Only what concerns this person.", valueName: "key"),
        completion: .keys(of: .person)
    )
    var person: String?

    @Option(
        help: """
            Which sealed texts: receiver (what everyone who reads the ledger sees, and what is classified for the \
            receiver), all (that you may read) or none.
            """
    )
    var disclose: Shown?

    /// Whether something was said that only goes with a pack.
    var isUsed: Bool {
        [receiver, decision, person].contains { $0 != nil } || disclose != nil
    }

    /// What is asked for; nil without a pack.
    func request(_ formatted: FormatOptions) throws(Complaint) -> PackRequest? {
        guard let pack, let receiver else { return nil }
        var filters: [PackFilter] = []
        if let range = formatted.range {
            let range = try LogRange(range)
            filters.append(.range(range.first...(range.last ?? UInt64(Int64.max))))
        }
        if let decision { filters.append(.decision(decision)) }
        if let partner = formatted.partner { filters.append(.partner(partner)) }
        if let person { filters.append(.person(person)) }
        guard filters.count <= 1 else {
            throw .usage(
                "a pack is of one of --range, --decision, --partner and --person, or of the whole ledger"
            )
        }
        let shows: PackReceiver =
            switch disclose ?? .receiver {
            case .receiver: .receiver(receiver)
            case .all: .all
            case .none: .none
            }
        return PackRequest(path: pack, receiver: receiver, filter: filters.first ?? .whole, shows: shows)
    }
}
