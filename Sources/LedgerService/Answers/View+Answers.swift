// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger

extension View {
    /// A reply with what has to be said along with it: the view's own note, and one that the answer adds.
    func reply(_ members: KeyValuePairs<String, JSON?>, note added: String? = nil) -> JSONObject {
        var reply = JSONObject(members)
        let notes = [note, added].compactMap(\.self)
        reply["note"] = notes.isEmpty ? nil : .string(notes.joined(separator: "; "))
        return reply
    }

    /// An organisation with what it was called then.
    func party(_ organisation: Key) -> JSON {
        .members(["key": organisation.json, "name": name(of: organisation)])
    }

    /// Organisations with what they were called then.
    func parties(_ organisations: [Key]) -> JSON { .list(organisations, party) }

    /// What an organisation was called then.
    func name(of organisation: Key) -> JSON? { state.name(of: organisation, at: instant).json(in: self) }

    /// What an organisation was called then, or its key.
    func words(for organisation: Key) -> String { name(of: organisation)?.text ?? organisation.text }
}

extension LedgerService {
    /// What to say when a view holds nothing of something that the ledger holds now.
    ///
    /// Nil when the ledger never held it.
    func absence(of subject: Subject, _ parameters: JSONObject) -> String? {
        guard published.state.exists(subject) else { return nil }
        return parameters["sourcedBy"] == nil
            ? "\(subject) was not recorded by then" : "no source dated by then states \(subject)"
    }
}

extension JSONObject {
    /// A parameter that is a key; nil when it is absent or cannot be one.
    func key(_ name: String) -> Key? { self[name]?.text.flatMap(Key.init) }
}
