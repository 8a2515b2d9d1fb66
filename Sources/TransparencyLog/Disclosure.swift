// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Why a sealed field could not be made or read.
public enum DisclosureError: Error, Hashable, Sendable {
    /// The salt given is not ``Disclosure/saltBytes`` bytes.
    case wrongSaltLength
    /// The name is one that SD-JWT keeps for itself: `_sd` or `...`.
    case reservedName
    /// The text would have, or has, more than ``Disclosure/maximumTextBytes``.
    case tooLarge
    /// The text is not base64url without padding in its one spelling.
    case malformedBase64
    /// What the text encodes is not JSON.
    case malformedJSON(JSONError)
    /// What the text encodes is not an array of a salt, a name and a value.
    case wrongShape
    /// The value has no canonical form.
    case notCanonical(CanonicalError)
}

/// The sealed value of a member, apart from the entry that has only its digest.
///
/// It is a disclosure of SD-JWT (RFC 9901 section 4.2) with the hash `sha-256`:
///
///     array      = [<salt>, <name>, <value>]          as JSON, in UTF-8
///     disclosure = base64url(array)                   without padding
///     digest     = base64url(SHA-256(disclosure))     over the ASCII bytes of the text, 43 characters
///
/// We write the array as canonical JSON (RFC 8785) and the salt as the base64url of 16 random bytes. What is
/// read may be spelled otherwise: the digest covers the text as given and nothing is written anew.
///
/// Whoever has the digest learns nothing of the value without the salt, and once text and salt are deleted
/// nobody can: that is how a field is erased from a log that never changes.
public struct Disclosure: Sendable {
    /// The bytes of a salt: 128 bits, as RFC 9901 section 9.3 recommends.
    public static let saltBytes = 16
    /// The most characters in a disclosure text.
    public static let maximumTextBytes = 1024 * 1024

    private static let reservedNames = ["_sd", "..."]

    /// The disclosure as it is stored, hashed and handed over: base64url.
    public let text: String
    /// The salt as the array has it.
    public let salt: String
    /// The member's name.
    public let name: String
    /// The member's value.
    public let value: JSON

    /// Seals a value with 16 random bytes, which the caller draws anew for every value.
    ///
    /// - Throws: ``DisclosureError/wrongSaltLength``, ``DisclosureError/reservedName``,
    ///   ``DisclosureError/notCanonical(_:)`` or ``DisclosureError/tooLarge``.
    public init(name: String, value: JSON, salt: [UInt8]) throws(DisclosureError) {
        guard salt.count == Self.saltBytes else { throw .wrongSaltLength }
        try self.init(name: name, value: value, saltText: Base64.url.encode(salt))
    }

    private init(name: String, value: JSON, saltText: String) throws(DisclosureError) {
        guard !Self.reservedNames.contains(name) else { throw .reservedName }
        let array: [UInt8]
        do throws(CanonicalError) {
            array = try JSON.array([.string(saltText), .string(name), value]).canonicalBytes()
        } catch {
            throw .notCanonical(error)
        }
        self.text = Base64.url.encode(array)
        guard text.utf8.count <= Self.maximumTextBytes else { throw .tooLarge }
        self.salt = saltText
        self.name = name
        self.value = value
    }

    /// Reads a disclosure text, whoever wrote it.
    ///
    /// - Throws: ``DisclosureError/tooLarge``, ``DisclosureError/malformedBase64``,
    ///   ``DisclosureError/malformedJSON(_:)``, ``DisclosureError/wrongShape`` or
    ///   ``DisclosureError/reservedName``.
    public init(parsing text: String) throws(DisclosureError) {
        guard text.utf8.count <= Self.maximumTextBytes else { throw .tooLarge }
        guard let bytes = Base64.url.decode(text) else { throw .malformedBase64 }
        let json: JSON
        do throws(JSONError) { json = try JSON(parsing: bytes) } catch { throw .malformedJSON(error) }
        guard let items = json.array, items.count == 3, let salt = items[0].text, let name = items[1].text
        else {
            throw .wrongShape
        }
        guard !Self.reservedNames.contains(name) else { throw .reservedName }
        self.text = text
        self.salt = salt
        self.name = name
        self.value = items[2]
    }

    /// Seals another value under the same name and with the same salt.
    ///
    /// If the digests agree the values do: so a repeated request is told from a changed one.
    public func resealing(_ value: JSON) throws(DisclosureError) -> Disclosure {
        try Disclosure(name: name, value: value, saltText: salt)
    }

    /// The digest that stands in the entry; its text is ``Digest/base64URL``.
    public var digest: Digest { Self.digest(ofText: text) }

    /// The digest of a disclosure text as it is, without reading it.
    public static func digest(ofText text: String) -> Digest { Digest.sha256(Array(text.utf8)) }
}

extension Disclosure: Hashable {
    /// The text says everything.
    public static func == (left: Disclosure, right: Disclosure) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
