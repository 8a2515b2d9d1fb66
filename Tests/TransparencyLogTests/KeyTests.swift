// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

@Suite("Keys")
struct KeyTests {
    @Test(arguments: [
        (Example.log, "106566fa"), (Example.acme, "24cbf130"), (Example.borealis, "2cd34970"),
        ("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "530d903a"),
        ("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8", "033de0ae"),
        ("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "c74f20a3"),
    ])
    func publishedVerifierKeys(text: String, id: String) throws {
        let key = try VerifierKey(text: text)
        #expect(key.text == text)
        #expect(key.id.description == id)
        // The id depends on the type, so one key has another id as another kind.
        let other: SignatureAlgorithm = key.algorithm == .ed25519 ? .cosignature : .ed25519
        #expect(try VerifierKey(name: key.name, algorithm: other, publicKey: key.publicKey).id != key.id)
    }

    @Test func theExampleKeysComeFromTheirSeeds() throws {
        let values = try Example.values()
        let log = try Example.logSigner()
        #expect(log.secretText == (try values.text("keys", "log", "skey")))
        #expect(log.verifierKey.text == Example.log)
        #expect(Hexadecimal.encode(log.verifierKey.publicKey) == (try values.text("keys", "log", "pub")))
        let acme = try Example.acmeSigner()
        #expect(acme.secretText == (try values.text("keys", "wA", "skey_type4")))
        #expect(acme.verifierKey.text == Example.acme)
        let asLog = try VerifierKey(
            name: acme.verifierKey.name,
            algorithm: .ed25519,
            publicKey: acme.verifierKey.publicKey
        )
        #expect(asLog.text == (try values.text("keys", "wA", "vkey_if_type1")))
        for key in [log, acme] {
            #expect(try SignerKey(secretText: key.secretText).verifierKey == key.verifierKey)
        }
    }

    @Test func aSignerKeyOfGoIsRead() throws {
        let text = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
        let key = try SignerKey(secretText: text)
        #expect(key.verifierKey.text == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        #expect(key.secretText == text)
    }

    @Test func printingASignerKeyDoesNotGiveItAway() throws {
        let key = try Example.logSigner()
        let secret = try required(key.secretText.split(separator: "+").last)
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, String(describing: [key])] {
            #expect(!text.contains(secret))
            #expect(!text.contains("17, 17"))
        }
    }

    @Test(arguments: [
        ("", KeyError.malformed), ("name", .malformed), ("name+106566fa", .malformed),
        ("+106566fa+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .invalidName),
        ("a b+106566fa+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .invalidName),
        ("a\u{2003}b+106566fa+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .invalidName),
        ("ledger.example/jv-1+106566FA+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .malformedID),
        ("ledger.example/jv-1+106566f+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .malformedID),
        ("ledger.example/jv-1+106566fa00+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .malformedID),
        ("ledger.example/jv-1+106566fb+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .wrongID),
        ("ledger.example/jv-2+106566fa+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .wrongID),
        ("ledger.example/jv-1+106566fa+BNBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .wrongID),
        ("ledger.example/jv-1+106566fa+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c", .malformedBase64),
        ("ledger.example/jv-1+106566fa+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3 ", .malformedBase64),
        ("ledger.example/jv-1+106566fa+", .malformedBase64),
        ("ledger.example/jv-1+106566fa+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJ", .wrongLength),
        ("ledger.example/jv-1+106566fa+BtBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .unknownAlgorithm(6)),
        ("ledger.example/jv-1+106566fa+AtBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3", .unknownAlgorithm(2)),
    ])
    func otherVerifierKeysAreRefused(text: String, error: KeyError) {
        #expect(throws: error) { try VerifierKey(text: text) }
    }

    @Test func otherSignerKeysAreRefused() throws {
        let good = try Example.logSigner().secretText
        #expect(throws: KeyError.malformed) { try SignerKey(secretText: String(good.dropFirst(12))) }
        #expect(throws: KeyError.malformed) { try SignerKey(secretText: "private+key+" + good.dropFirst(12)) }
        #expect(throws: KeyError.malformedBase64) { try SignerKey(secretText: good + "\n") }
        #expect(throws: KeyError.wrongID) {
            try SignerKey(secretText: good.replacing("106566fa", with: "106566fb"))
        }
        #expect(throws: KeyError.wrongID) {
            try SignerKey(secretText: good.replacing("+ARER", with: "+ARES"))
        }
        let name = try Example.name("a")
        #expect(throws: KeyError.wrongLength) {
            try SignerKey(name: name, algorithm: .ed25519, seed: [1, 2, 3])
        }
    }

    @Test func namesAreComparedAsBytes() throws {
        // The two spellings of é are equal as Swift strings.
        let composed = try Example.name("caf\u{e9}")
        let decomposed = try Example.name("cafe\u{301}")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(KeyName(String(repeating: "a", count: 255)) != nil)
        #expect(KeyName(String(repeating: "a", count: 256)) == nil)
        for bad in ["", " ", "a+b", "a\tb", "a\nb", "a\u{0}", "a\u{85}b", "a\u{a0}b", "a\u{7f}"] {
            #expect(KeyName(bad) == nil)
        }
        #expect(KeyName(bytes: [0xff][...]) == nil)
    }
}
