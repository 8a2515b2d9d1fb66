// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

@Suite("Checkpoints and cosignatures")
struct CheckpointTests {
    @Test func theExampleIsSignedToTheByte() throws {
        let values = try Example.values()
        let tree = try Example.leafHashes()
        let key = try Example.logSigner()
        for (size, member) in [(UInt64(3), "checkpoint3"), (5, "checkpoint5_log_only")] {
            let checkpoint = try Checkpoint(
                origin: key.verifierKey.name,
                size: size,
                root: tree.root(size: size)
            )
            #expect(checkpoint.root.hexadecimal == (try values.text("roots", String(size))))
            let note = try checkpoint.signed(with: key)
            #expect(String(decoding: note.bytes, as: UTF8.self) == (try values.text(member)))
        }
        #expect(try Example.file("checkpoint.3") == Array(values.text("checkpoint3").utf8))
    }

    @Test func theExampleIsCosignedToTheByte() throws {
        let values = try Example.values()
        let log = try VerifierKey(text: Example.log)
        let alone = try SignedNote(parsing: Array(values.text("checkpoint5_log_only").utf8))
        let checkpoint = try VerifiedCheckpoint(opening: alone, logs: [log]).checkpoint
        #expect(Hexadecimal.encode(checkpoint.text) == (try values.text("log_signed_bytes_hex")))
        let cosignature = try Cosignature(
            signing: checkpoint,
            at: Example.timestamp,
            with: Example.acmeSigner()
        )
        let line = try values.text("cosig_wA", "line")
        #expect(String(decoding: cosignature.signature.line, as: UTF8.self) == line)
        #expect(try values.text("add_checkpoint_response") == line)
        // The witness's answer, verified on its own.
        let answer = try required(NoteSignature.parse(lines: Array(line.utf8)).first)
        let acme = try VerifierKey(text: Example.acme)
        #expect(try Cosignature(verifying: answer, by: acme, on: checkpoint.text) == cosignature)
        #expect(throws: NoteError.badSignature(acme.name, acme.id)) {
            try Cosignature(verifying: answer, by: acme, on: checkpoint.text + [0x0a])
        }
        let borealis = try VerifierKey(text: Example.borealis)
        #expect(throws: NoteError.badSignature(acme.name, acme.id)) {
            try Cosignature(verifying: answer, by: borealis, on: checkpoint.text)
        }
    }

    @Test(arguments: ["checkpoint", "checkpoint.mldsa"])
    func theExampleOpens(file: String) throws {
        let note = try SignedNote(parsing: Example.file(file))
        #expect(note.bytes == (try Example.file(file)))
        let log = try VerifierKey(text: Example.log)
        let witnesses = [try VerifierKey(text: Example.acme), try VerifierKey(text: Example.borealis)]
        let opened = try VerifiedCheckpoint(opening: note, logs: [log], witnesses: witnesses)
        #expect(opened.checkpoint.origin == log.name)
        #expect(opened.checkpoint.size == 5)
        #expect(opened.checkpoint.root == (try Example.leafHashes().root(size: 5)))
        #expect(opened.log == log)
        let known = Set(witnesses).intersection(
            note.signatures.compactMap { line in witnesses.first { $0.name == line.name && $0.id == line.id }
            }
        )
        #expect(Set(opened.cosignatures.map(\.witness)) == known)
        #expect(
            opened.cosignatures.first?.timestamp == opened.cosignatures.first.map { _ in Example.timestamp }
        )
        #expect(throws: CheckpointError.note(.noKnownSignature)) {
            try VerifiedCheckpoint(opening: note, logs: [])
        }
    }

    @Test func bothWitnessesOfTheExampleCount() throws {
        let note = try SignedNote(parsing: Example.file("checkpoint"))
        let witnesses = [try VerifierKey(text: Example.acme), try VerifierKey(text: Example.borealis)]
        let log = try VerifierKey(text: Example.log)
        let opened = try VerifiedCheckpoint(opening: note, logs: [log], witnesses: witnesses)
        #expect(opened.cosignatures.map(\.witness) == witnesses)
        #expect(opened.cosignatures.map(\.timestamp) == [Example.timestamp, Example.timestamp + 2])
        // Witnesses alone do not make a checkpoint, and a witness key given as a log's is none.
        #expect(throws: CheckpointError.noLogSignature) {
            try VerifiedCheckpoint(opening: note, logs: [], witnesses: witnesses)
        }
        #expect(throws: CheckpointError.noLogSignature) {
            try VerifiedCheckpoint(opening: note, logs: witnesses, witnesses: witnesses)
        }
    }

    @Test func onlyTheLogSignsUnderItsName() throws {
        let key = try Example.logSigner()
        let stranger = try SignerKey(
            name: Example.name("other.example/log"),
            algorithm: .ed25519,
            seed: Example.seed(7)
        )
        let acme = try Example.acmeSigner()
        let root = Merkle.leafHash([1])
        let checkpoint = try Checkpoint(origin: key.verifierKey.name, size: 1, root: root)
        #expect(throws: CheckpointError.wrongOrigin) { try checkpoint.signed(with: stranger) }
        #expect(throws: CheckpointError.wrongAlgorithm) { try checkpoint.signed(with: acme) }
        #expect(throws: CheckpointError.wrongAlgorithm) {
            try Cosignature(signing: checkpoint, at: 1, with: key)
        }
        for time in [0, UInt64(Int64.max) + 1] {
            #expect(throws: CheckpointError.timestampOutOfRange) {
                try Cosignature(signing: checkpoint, at: time, with: acme)
            }
        }
        // A trusted log that signs in the name of another is refused: the same key under another name.
        let alias = try VerifierKey(
            name: stranger.verifierKey.name,
            algorithm: .ed25519,
            publicKey: key.verifierKey.publicKey
        )
        let signature = try required(checkpoint.signed(with: key).signatures.first).signature
        let blob = try required(Hexadecimal.decode(alias.id.description)) + signature
        let line = "— \(alias.name) \(Base64.standard.encode(blob))\n"
        let foreign = try SignedNote(
            text: checkpoint.text,
            signatures: NoteSignature.parse(lines: Array(line.utf8))
        )
        #expect(throws: CheckpointError.wrongOrigin) {
            try VerifiedCheckpoint(opening: foreign, logs: [key.verifierKey, alias])
        }
    }

    @Test func theEmptyTreeIsNeverSigned() throws {
        let key = try Example.logSigner()
        let origin = key.verifierKey.name
        let empty = try Checkpoint(origin: origin, size: 0, root: Merkle.emptyRoot)
        #expect(throws: CheckpointError.emptyTree) { try empty.signed(with: key) }
        #expect(throws: CheckpointError.emptyTree) {
            try Cosignature(signing: empty, at: 1, with: Example.acmeSigner())
        }
        #expect(throws: CheckpointError.wrongEmptyRoot) {
            try Checkpoint(origin: origin, size: 0, root: Merkle.leafHash([]))
        }
        #expect(throws: CheckpointError.invalidSize) {
            try Checkpoint(origin: origin, size: Merkle.maximumSize + 1, root: Merkle.emptyRoot)
        }
    }

    private static let root = "SHQyHUMMBUm18xGpfOa6exikNt/k2BXfVT4ZZAHJ2qQ="

    @Test(arguments: [
        ("", CheckpointError.malformed), ("a\n5\n", .malformed), ("a\n5\n\(root)", .malformed),
        ("a\n5\n\(root)\n\n", .malformed), ("a\n5\n\(root)\nx\n\ny\n", .malformed),
        ("a\n5\n\(root)\nx", .malformed),
        ("\n5\n\(root)\n", .invalidOrigin), ("a b\n5\n\(root)\n", .invalidOrigin),
        ("a\n05\n\(root)\n", .invalidSize), ("a\n+5\n\(root)\n", .invalidSize),
        ("a\n\n\(root)\n", .invalidSize),
        ("a\n-1\n\(root)\n", .invalidSize), ("a\n9223372036854775808\n\(root)\n", .invalidSize),
        ("a\n99999999999999999999999\n\(root)\n", .invalidSize), ("a\n5 \n\(root)\n", .invalidSize),
        ("a\n5\n\n", .invalidRoot), ("a\n5\nSHQy\n", .invalidRoot), ("a\n5\n \(root)\n", .invalidRoot),
        ("a\n5\nSHQyHUMMBUm18xGpfOa6exikNt/k2BXfVT4ZZAHJ2qR=\n", .invalidRoot),
        ("a\n0\n\(root)\n", .wrongEmptyRoot),
    ])
    func malformedTextsNameTheirFault(text: String, error: CheckpointError) {
        #expect(throws: error) { try Checkpoint(text: Array(text.utf8)) }
    }

    @Test(arguments: [
        "a\n5\n\(root)\n", "a\n9223372036854775807\n\(root)\n", "a/b\n1\n\(root)\nmore\nand é\n",
    ])
    func textsComeBack(text: String) throws {
        let checkpoint = try Checkpoint(text: Array(text.utf8))
        #expect(checkpoint.text == Array(text.utf8))
    }

    /// A whole checkpoint has no byte that does not matter.
    @Test(arguments: 0..<8)
    func everyFlippedBitIsNoticed(bit: Int) throws {
        let policy = try WitnessPolicy(parsing: Example.file("policy"))
        let good = try Example.file("checkpoint")
        let opened = try policy.open(SignedNote(parsing: good))
        #expect(opened.checkpoint.size == 5)
        for place in good.indices {
            var bad = good
            bad[place] ^= 1 << UInt8(bit)
            #expect(throws: (any Error).self, "bit \(bit) of byte \(place)") {
                try policy.open(SignedNote(parsing: bad))
            }
        }
    }

    @Test func everyCutOrRepeatedByteIsNoticed() throws {
        let policy = try WitnessPolicy(parsing: Example.file("policy"))
        let good = try Example.file("checkpoint")
        for place in good.indices {
            let cut = Array(good[..<place])
            let without = cut + Array(good[(place + 1)...])
            let twice = cut + [good[place]] + Array(good[place...])
            for bad in [cut, without, twice] {
                #expect(throws: (any Error).self, "byte \(place)") {
                    try policy.open(SignedNote(parsing: bad))
                }
            }
        }
    }
}
