// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
public import Ledger
import LedgerStore
import TransparencyLog

/// Joins sealed texts when answering: the caller sees what its roles and organisations allow.
public struct Texts: Sendable {
    private let store: any EventStore
    private let caller: Caller

    init(_ store: any EventStore, _ caller: Caller) {
        self.store = store
        self.caller = caller
    }

    /// The text; nil when it was erased or the caller may not read it.
    public func read(_ text: Text) -> String? {
        switch text {
        case .plain(let plain): plain
        case .sealed(let position, let field): disclosed(position, field)?.text
        }
    }

    /// The text of an optional field.
    public func read(_ text: Text?) -> String? { text.flatMap { read($0) } }

    /// The text as a JSON value, nil when there is nothing to show.
    public func json(_ text: Text?) -> JSON? { read(text).map { .string($0) } }

    /// The value of a sealed field, if it is still there and the caller may read it.
    func disclosed(_ position: UInt64, _ field: String) -> JSON? {
        guard let stored = try? store.entry(at: position), let entry = try? Entry(bytes: stored.bytes),
            caller.mayRead(entry.classification),
            let text = try? store.disclosure(at: position, field: field),
            let disclosure = try? Disclosure(parsing: text)
        else { return nil }
        return disclosure.value
    }
}
