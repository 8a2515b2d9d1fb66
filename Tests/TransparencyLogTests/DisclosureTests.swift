// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import TransparencyLog

@Suite("Disclosures")
struct DisclosureTests {
    private static let salt: [UInt8] = Array(0..<16)

    /// RFC 9901 section 4.2.3; its array is written with spaces, so not canonically.
    @Test func theExampleOfTheStandard() throws {
        let text = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0"
        let disclosure = try Disclosure(parsing: text)
        #expect(disclosure.salt == "_26bc4LT-ac6q2KI6cBW5es")
        #expect(disclosure.name == "family_name")
        #expect(disclosure.value == "M\u{f6}bius")
        #expect(disclosure.text == text)
        #expect(disclosure.digest.base64URL == "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0")
        #expect(Disclosure.digest(ofText: text) == disclosure.digest)
    }

    @Test func theFormatIsTheDocumentedOne() throws {
        let disclosure = try Disclosure(name: "reason", value: ["b": 2, "a": [true, "x"]], salt: Self.salt)
        let array = #"["AAECAwQFBgcICQoLDA0ODw","reason",{"a":[true,"x"],"b":2}]"#
        #expect(Base64.url.decode(disclosure.text) == Array(array.utf8))
        #expect(disclosure.digest == Digest.sha256(Array(disclosure.text.utf8)))
        #expect(disclosure.digest.base64URL.utf8.count == 43)
    }

    @Test(arguments: 0..<100)
    func whatIsSealedComesBack(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let value = JSON.string(Base64.standard.encode(random.bytes(seed)))
        let sealed = try Disclosure(name: "title", value: value, salt: random.bytes(16))
        let read = try Disclosure(parsing: sealed.text)
        #expect(read == sealed)
        #expect(read.value == value)
        #expect(read.salt == sealed.salt)
        #expect(try read.resealing(value).digest == sealed.digest)
        #expect(try read.resealing("other").digest != sealed.digest)
        #expect(try Disclosure(name: "title", value: value, salt: random.bytes(16)).digest != sealed.digest)
    }

    @Test func everyFlippedBitChangesTheDigest() throws {
        let disclosure = try Disclosure(name: "title", value: "Lease", salt: Self.salt)
        let good = Array(disclosure.text.utf8)
        for place in good.indices {
            for bit in 0..<7 {
                var bad = good
                bad[place] ^= 1 << UInt8(bit)
                #expect(Disclosure.digest(ofText: String(decoding: bad, as: UTF8.self)) != disclosure.digest)
            }
        }
    }

    @Test(arguments: [
        ("[]", DisclosureError.wrongShape), (#"["s","v"]"#, .wrongShape), (#"["s","n",1,2]"#, .wrongShape),
        (#"[1,"n",2]"#, .wrongShape), (#"["s",1,2]"#, .wrongShape), (#"{"s":"n"}"#, .wrongShape),
        (#"["s","_sd",1]"#, .reservedName), (#"["s","...",1]"#, .reservedName),
    ])
    func otherArraysAreRefused(json: String, error: DisclosureError) {
        #expect(throws: error) { try Disclosure(parsing: Base64.url.encode(Array(json.utf8))) }
    }

    @Test func otherTextsAreRefused() throws {
        let good = try Disclosure(name: "title", value: "Lease", salt: Self.salt).text
        for bad in [good + "=", good + "\n", " " + good, "é", good.replacing("W", with: "+")] {
            #expect(throws: DisclosureError.malformedBase64) { try Disclosure(parsing: bad) }
        }
        for json in ["", "[", #"["s","n",1] x"#, #"["s","n",{"a":1,"a":2}]"#] {
            #expect(throws: DisclosureError.self) {
                try Disclosure(parsing: Base64.url.encode(Array(json.utf8)))
            }
        }
        let long = String(repeating: "A", count: Disclosure.maximumTextBytes + 1)
        #expect(throws: DisclosureError.tooLarge) { try Disclosure(parsing: long) }
    }

    @Test func whatCannotBeSealedIsRefused() throws {
        for count in [0, 15, 17] {
            #expect(throws: DisclosureError.wrongSaltLength) {
                try Disclosure(name: "a", value: 1, salt: [UInt8](repeating: 0, count: count))
            }
        }
        for name in ["_sd", "..."] {
            #expect(throws: DisclosureError.reservedName) {
                try Disclosure(name: name, value: 1, salt: Self.salt)
            }
        }
        let long = JSON.string(String(repeating: "a", count: Disclosure.maximumTextBytes))
        #expect(throws: DisclosureError.tooLarge) { try Disclosure(name: "a", value: long, salt: Self.salt) }
    }
}
