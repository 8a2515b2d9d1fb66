// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerAPI
import LedgerCommands

struct Introspect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "introspect",
        abstract: "The Varlink interfaces of the ledger; the text of one of them.",
        discussion: Example.of("jvctl introspect", "jvctl introspect io.jvledger.Decisions")
    )

    @Argument(
        help: "An interface, such as io.jvledger.Ledger.",
        completion: .list(Interfaces.all.map(\.name))
    )
    var name: String?

    @OptionGroup(title: "General") var common: CommonOptions

    func run() throws {
        guard let name else { return Console.print(Interfaces.all.map(\.name)) }
        guard let text = Interfaces.text(of: name) else {
            let names = Interfaces.all.map(\.name)
            let guess = Spelling.closest(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
            throw Complaint.usage("there is no interface \(name)\(guess)", next: ["jvctl introspect"])
        }
        Console.write(text)
    }
}
