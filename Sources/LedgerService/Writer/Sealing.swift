// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import TransparencyLog

/// A sealed field's disclosure, to be stored outside of the entry.
struct SealedField: Sendable {
    /// The field's name.
    let field: String
    /// The person it concerns.
    let person: String?
    /// The disclosure, as base64url text.
    let text: String
}

/// Takes fields out of an entry's data and puts their digests in (RFC 9901, SD-JWT, without decoys).
enum Sealing {
    /// The most bytes of a sealed text; more than of one in an entry, and few enough that an entry with all its texts
    /// goes into one reply.
    static let textLimit = 131_072

    /// The data with the named members replaced by `sealed` and `_sd`, and the disclosures.
    static func seal(
        _ data: JSONObject,
        _ names: [String],
        subject: Subject
    ) throws(FieldError) -> (data: JSONObject, disclosures: [SealedField]) {
        guard !names.isEmpty else { return (data, []) }
        var sealed = data
        var disclosures: [SealedField] = []
        var digests: [JSON] = []
        let person = subject.kind == .person ? subject.key.text : data["person"]?.text
        for name in names {
            guard let value = data[name] else { continue }
            // Nobody sees it again once it is sealed, so this is the place to hold it to what a text is.
            guard let text = value.text, !text.isEmpty else {
                throw FieldError(name, .notA("a non-empty text"))
            }
            guard text.utf8.count <= textLimit else { throw FieldError(name, .tooLong(limit: textLimit)) }
            do {
                let disclosure = try Disclosure(name: name, value: value, salt: salt())
                digests.append(.string(disclosure.digest.base64URL))
                disclosures.append(SealedField(field: name, person: person, text: disclosure.text))
            } catch { throw FieldError(name, .notA("a text that can be sealed")) }
            sealed[name] = nil
        }
        sealed["sealed"] = .array(names.map { .string($0) })
        sealed["_sd"] = .array(digests)
        return (sealed, disclosures)
    }

    /// The data with every member back in its place whose disclosure is still there.
    ///
    /// Returns the names of those that are gone too.
    static func unseal(
        _ data: JSONObject,
        disclosures: [String: String]
    ) -> (data: JSONObject, missing: [String]) {
        guard let names = data["sealed"]?.array?.compactMap(\.text) else { return (data, []) }
        var open = data
        open["sealed"] = nil
        open["_sd"] = nil
        var missing: [String] = []
        for name in names {
            if let text = disclosures[name], let disclosure = try? Disclosure(parsing: text) {
                open[name] = disclosure.value
            } else {
                missing.append(name)
            }
        }
        return (open, missing)
    }

    private static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<Disclosure.saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
