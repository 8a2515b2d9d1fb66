// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

@Suite("Signed notes")
struct NoteTests {
    private static let riddle =
        "If you think cryptography is the answer to your problem,\n"
        + "then you don't know what your problem is.\n"
    private static let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    private static let enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
    private static let peterLine =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqf"
        + "qdngotpRZb6KE6RyyBwJnAM=\n"
    private static let enochLine =
        "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTG"
        + "wnWLox33WWd1RvMc+QQ=\n"

    private func open(_ text: String, _ keys: String...) throws -> VerifiedNote {
        try SignedNote(parsing: Array(text.utf8)).verified(by: keys.map { try VerifierKey(text: $0) })
    }

    @Test func theExampleOfTheSpecification() throws {
        let note =
            "This is an example message.\n\n"
            + "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Z"
            + "tg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
        let opened = try open(note, "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
        #expect(opened.text == Array("This is an example message.\n".utf8))
    }

    @Test func theNotesOfGo() throws {
        let note = Self.riddle + "\n" + Self.peterLine + Self.enochLine
        #expect(try SignedNote(parsing: Array(note.utf8)).bytes == Array(note.utf8))
        for keys in [[Self.peter], [Self.enoch], [Self.peter, Self.enoch], [Self.enoch, Self.enoch]] {
            let opened = try SignedNote(parsing: Array(note.utf8))
                .verified(by: keys.map { try VerifierKey(text: $0) })
            #expect(opened.text == Array(Self.riddle.utf8))
            #expect(Set(opened.signatures.map(\.key.text)) == Set(keys))
        }
        #expect(throws: NoteError.noKnownSignature) { try open(note, Example.log) }
        #expect(throws: NoteError.noKnownSignature) { try open(note) }
    }

    @Test func aKnownKeyThatDoesNotVerifyRefusesTheNote() throws {
        let peter = try VerifierKey(text: Self.peter)
        let error = NoteError.badSignature(peter.name, peter.id)
        let good = Self.riddle + "\n" + Self.peterLine + Self.enochLine
        #expect(throws: error) { try open(good.replacing("problem is", with: "problem was"), Self.peter) }
        // One bad line is enough, whether another line is good or not.
        let bad = Self.peterLine.replacing("UG/Sff", with: "UG/Sfg")
        #expect(throws: error) { try open(Self.riddle + "\n" + bad + Self.enochLine, Self.peter, Self.enoch) }
        #expect(throws: error) { try open(good + bad, Self.peter, Self.enoch) }
        #expect(throws: error) { try open(Self.riddle + "\n— PeterNeumann x08go/ZJ\n", Self.peter) }
        // The same line is nothing to who does not know the key.
        _ = try open(good + bad, Self.enoch)
    }

    @Test func linesThatShareOnlyNameOrIdAreUnknown() throws {
        let good = Self.riddle + "\n" + Self.peterLine
        let sameName = "— PeterNeumann AAAAAAAA\n"
        let sameID = "— PeterNeuman x08go/ZJ\n"
        #expect(try open(good + sameName + sameID, Self.peter).signatures.count == 1)
        #expect(throws: NoteError.noKnownSignature) { try open(Self.riddle + "\n" + sameName, Self.peter) }
    }

    @Test func theTextMayHaveBlankLines() throws {
        let key = try Example.logSigner()
        for text in ["\n", "a\n", "a\n\nb\n", "a\n\n", "\n\n\n", "— x AAAAAAA=\n\nb\n", "é — ü\n"] {
            let bytes = Array(text.utf8)
            let line = try Checkpoint(origin: key.verifierKey.name, size: 1, root: Merkle.emptyRoot).signed(
                with: key
            )
            let note = try SignedNote(text: bytes, signatures: line.signatures)
            let read = try SignedNote(parsing: note.bytes)
            #expect(read == note)
            #expect(read.bytes == bytes + [0x0a] + line.signatures[0].line)
            // It is signed for another text, so it never opens.
            #expect(throws: NoteError.self) { try read.verified(by: [key.verifierKey]) }
        }
    }

    @Test(arguments: [
        ("", NoteError.noSignatures), ("a\n", .noSignatures), ("a\n\n", .noSignatures),
        ("a\n— x AAAAAAA=\n", .noSignatures), ("a\n\n— x AAAAAAA=", .malformedSignature(line: 1)),
        ("a\n\n— x AAAAAAA=\nb", .malformedSignature(line: 2)),
        ("a\n\n- x AAAAAAA=\n", .malformedSignature(line: 1)),
        ("a\n\n—x AAAAAAA=\n", .malformedSignature(line: 1)), ("a\n\n— x\n", .malformedSignature(line: 1)),
        ("a\n\n— x  AAAAAAA=\n", .malformedSignature(line: 1)),
        ("a\n\n—  AAAAAAA=\n", .malformedSignature(line: 1)),
        ("a\n\n— x AAAAAAA= \n", .malformedSignature(line: 1)),
        ("a\n\n— x AAAAAA==\n", .malformedSignature(line: 1)),
        ("a\n\n— x+y AAAAAAA=\n", .malformedSignature(line: 1)),
        ("a\n\n— x AAAAAAA\n", .malformedSignature(line: 1)),
        ("a\n\n— x AAAAAAA=\n\n", .noSignatures), ("a\r\n\r\n— x AAAAAAA=\r\n", .invalidText),
        ("a\tb\n\n— x AAAAAAA=\n", .invalidText), ("a\u{0}\n\n— x AAAAAAA=\n", .invalidText),
    ])
    func malformedNotesNameTheirFault(text: String, error: NoteError) {
        #expect(throws: error) { try SignedNote(parsing: Array(text.utf8)) }
    }

    @Test func notesHaveLimits() throws {
        #expect(throws: NoteError.invalidText) { try SignedNote(parsing: [0xc3, 0x0a, 0x0a]) }
        let unknown = "— x AAAAAAA=\n"
        let good = Self.riddle + "\n" + Self.peterLine
        #expect(try open(good + String(repeating: unknown, count: 99), Self.peter).signatures.count == 1)
        #expect(throws: NoteError.tooManySignatures) {
            try open(good + String(repeating: unknown, count: 100), Self.peter)
        }
        let spare = SignedNote.maximumBytes - "\n".utf8.count - unknown.utf8.count
        let longest = String(repeating: "a", count: spare - 1) + "\n\n" + unknown
        #expect(try SignedNote(parsing: Array(longest.utf8)).bytes.count == SignedNote.maximumBytes)
        #expect(throws: NoteError.tooLarge) { try SignedNote(parsing: Array(("a" + longest).utf8)) }
    }

    @Test func twoKeysUnderOneNameAndIdAreAnError() throws {
        // Two different public keys whose ids collide, found by trying.
        let one = try VerifierKey(text: "a+a06fc73f+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQYL")
        let other = try VerifierKey(text: "a+a06fc73f+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP7L")
        let note = try SignedNote(
            parsing: Array("text\n\n— a \(Base64.standard.encode([0xa0, 0x6f, 0xc7, 0x3f, 1]))\n".utf8)
        )
        #expect(throws: NoteError.ambiguousKey(one.name, one.id)) { try note.verified(by: [one, other]) }
        #expect(throws: NoteError.badSignature(one.name, one.id)) { try note.verified(by: [one, one]) }
        #expect(try open(Self.riddle + "\n" + Self.peterLine, Self.peter, Self.peter).signatures.count == 1)
    }

    @Test func linesAreAddedOnce() throws {
        let one = try SignedNote(parsing: Array((Self.riddle + "\n" + Self.peterLine).utf8))
        let more = try NoteSignature.parse(lines: Array((Self.peterLine + Self.enochLine).utf8))
        let both = Self.riddle + "\n" + Self.peterLine + Self.enochLine
        #expect(try one.adding(more).bytes == Array(both.utf8))
        #expect(throws: NoteError.noSignatures) { try NoteSignature.parse(lines: []) }
        #expect(throws: NoteError.malformedSignature(line: 2)) {
            try NoteSignature.parse(lines: Array((Self.peterLine + "\n").utf8))
        }
    }
}
