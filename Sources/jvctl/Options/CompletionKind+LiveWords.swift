// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

/// What a shell offers where a verb takes something that the ledger has: it asks the daemon while one types.
extension CompletionKind {
    /// The keys of things of these kinds.
    static func keys(of kinds: KeyKind...) -> CompletionKind { live(.keys(kinds)) }

    /// Things of these kinds, as `KIND/KEY`.
    static func references(to kinds: KeyKind...) -> CompletionKind { live(.references(kinds)) }

    /// Anything, as `KIND/KEY`.
    static var references: CompletionKind { live(.references(KeyKind.allCases)) }

    /// Types of entries.
    static var types: CompletionKind { live(.types) }

    /// The ledgers of this host.
    static var instances: CompletionKind { .custom { _, _, _ in SocketPath.instances() } }

    private static func live(_ wanted: LiveWords) -> CompletionKind {
        .custom { words, index, prefix in await wanted.words(for: CompletionLine(words, index, prefix)) }
    }
}
