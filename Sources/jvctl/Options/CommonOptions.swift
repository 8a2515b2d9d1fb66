// SPDX-License-Identifier: Apache-2.0
public import ArgumentParser
public import LedgerCommands

/// The options that every verb has.
struct CommonOptions: ParsableArguments {
    @Option(help: "The ledger to ask; the only one on this host is the default.", completion: .instances)
    var instance: String?

    @Option(help: "The socket to connect to; $JVLEDGER_SOCKET is the default.", completion: .file())
    var socket: String?

    @Option(
        name: [.customShort("H"), .customLong("host")],
        help: ArgumentHelp("Ask the ledger of another host, over ssh.", valueName: "[user@]host")
    )
    var remoteHost: String?

    @Option(help: "Write what the ledger answers as JSON: pretty, short or off.")
    var json: JSONForm?

    @Flag(name: .customShort("j"), help: "The same as --json=pretty on a terminal, else --json=short.")
    var asJSON = false

    @Flag(name: .customLong("no-legend"), help: "Leave out the headings of tables.")
    var noLegend = false

    @Flag(name: .customLong("no-pager"), help: "Accepted; there is no pager.")
    var noPager = false

    @Flag(name: .shortAndLong, help: "Say only what was asked for: no notes, no progress.")
    var quiet = false

    /// How JSON is written, or that it is not.
    var form: JSONForm {
        if let json { return json }
        guard asJSON else { return .off }
        return Console.terminal.width == nil ? .short : .pretty
    }

    var settings: Settings {
        Settings(
            instance: instance,
            socket: socket,
            host: remoteHost,
            json: form,
            hasLegend: !noLegend,
            isQuiet: quiet,
            terminal: Console.terminal,
            asker: form == .off ? Console.asker : nil
        )
    }
}

extension JSONForm: ExpressibleByArgument {}
