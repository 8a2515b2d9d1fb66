// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TransparencyLog

@Suite("Base 64 and base 16")
struct EncodingTests {
    /// RFC 4648 section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func publishedVectors(plain: String, text: String) {
        let bytes = Array(plain.utf8)
        let unpadded = text.filter { $0 != "=" }
        #expect(Base64.standard.encode(bytes) == text)
        #expect(Base64.standard.decode(text) == bytes)
        #expect(Base64.url.encode(bytes) == unpadded)
        #expect(Base64.url.decode(unpadded) == bytes)
    }

    @Test(arguments: 0..<200)
    func agreesWithAnotherImplementation(seed: Int) {
        var random = SplitMix64(seed: seed)
        let bytes = random.bytes(seed)
        let text = Base64.standard.encode(bytes)
        #expect(text == Data(bytes).base64EncodedString())
        #expect(Base64.standard.decode(text) == bytes)
        let url = Base64.url.encode(bytes)
        #expect(url == String(text.filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }))
        #expect(Base64.url.decode(url) == bytes)
        #expect(Hexadecimal.decode(Hexadecimal.encode(bytes)) == bytes)
        #expect(Hexadecimal.encode(bytes).utf8.count == 2 * bytes.count)
    }

    /// Of all texts of four characters from an alphabet of traps, those read are those written.
    @Test func oneTextForOneValue() {
        let traps = Array("AQgw+/-_=\n ".utf8)
        for number in 0..<traps.count * traps.count * traps.count * traps.count {
            var rest = number
            let text = (0..<4).map { _ in
                defer { rest /= traps.count }
                return traps[rest % traps.count]
            }
            for variant in [Base64.standard, Base64.url] {
                for length in 0...4 {
                    guard let bytes = variant.decode(text[..<length]) else { continue }
                    #expect(variant.encoded(bytes) == Array(text[..<length]))
                }
            }
        }
    }

    @Test(arguments: [
        "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zg==Zg==", "====", "Zm 9", "Zm9v\n", "Zm-v", "é===", "A",
    ])
    func otherStandardTextsAreRefused(text: String) {
        #expect(Base64.standard.decode(text) == nil)
    }

    @Test(arguments: ["Zg==", "Zh", "Zm9", "Zm+v", "Zm/v", "A", "Zm9vA", "Zg\n"])
    func otherURLTextsAreRefused(text: String) {
        #expect(Base64.url.decode(text) == nil)
    }

    @Test(arguments: ["0", "0A", "AB", "0g", " 0", "00 ", "é"])
    func otherHexadecimalIsRefused(text: String) {
        #expect(Hexadecimal.decode(text) == nil)
    }
}
