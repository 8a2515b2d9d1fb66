// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
public import Ledger
import LedgerStore
import TransparencyLog

/// Joins sealed texts when answering: the caller sees what its roles and organisations allow.
public struct Texts: Sendable {
    private let store: any EventStore
    private let caller: Caller
    private let alarm: DamageAlarm
    private let cache: DisclosureCache

    init(_ store: any EventStore, _ cache: DisclosureCache, _ caller: Caller, _ alarm: DamageAlarm) {
        self.cache = cache
        self.store = store
        self.caller = caller
        self.alarm = alarm
    }

    /// Whether the caller may see which person it is in answers about what people do together.
    var mayNamePeople: Bool { caller.may(.namePeople) }

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
        let place = DisclosureCache.Place(position: position, field: field)
        do throws(StoreFailure) {
            let kept = try cache.text(at: place) { () throws(StoreFailure) in
                guard let entry = try store.entry(at: position)?.checked(),
                    let text = try store.disclosure(at: position, field: field),
                    let value = (try? Disclosure(parsing: text))?.value
                else { return nil }
                return DisclosureCache.Kept(value: value, classification: entry.classification)
            }
            return kept.flatMap { caller.mayRead($0.classification) ? $0.value : nil }
        } catch {
            alarm.hear(error)
            return nil
        }
    }
}
