// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

@Suite("Transparency proofs and witness requests")
struct TransparencyProofTests {
    private func policy() throws -> WitnessPolicy { try WitnessPolicy(parsing: Example.file("policy")) }

    @Test(arguments: 0..<5)
    func theExampleVerifies(index: Int) throws {
        let file = try Example.file("proofs/\(index).tlog-proof")
        let leaf = try Example.file("proofs/\(index).leaf")
        let proof = try TransparencyProof(parsing: file)
        #expect(proof.bytes == file)
        #expect(proof.index == UInt64(index))
        #expect(proof.extra == nil)
        let opened = try proof.verify(leaf: leaf, policy: policy())
        #expect(opened.checkpoint.size == 5)
        #expect(opened.cosignatures.count == 2)
        // And it is the one we make.
        let inclusion = try required(
            InclusionProof(index: UInt64(index), size: 5, reading: Example.leafHashes())
        )
        let made = TransparencyProof(
            inclusion: inclusion,
            checkpoint: try SignedNote(parsing: Example.file("checkpoint"))
        )
        #expect(made == proof)
    }

    @Test(arguments: 0..<5)
    func anotherLeafIsRefused(index: Int) throws {
        let proof = try TransparencyProof(parsing: Example.file("proofs/\(index).tlog-proof"))
        let leaf = try Example.file("proofs/\(index).leaf")
        let policy = try policy()
        for bad in [
            leaf + [0x0a], Array(leaf.dropLast()), [], try Example.file("proofs/\((index + 1) % 5).leaf"),
        ] {
            #expect(throws: TransparencyProofError.inclusion(.rootMismatch)) {
                try proof.verify(leaf: bad, policy: policy)
            }
        }
    }

    @Test(arguments: 0..<8)
    func everyFlippedBitIsNoticed(bit: Int) throws {
        let policy = try policy()
        let leaf = try Example.file("proofs/2.leaf")
        let good = try Example.file("proofs/2.tlog-proof")
        for place in good.indices {
            var bad = good
            bad[place] ^= 1 << UInt8(bit)
            #expect(throws: TransparencyProofError.self, "bit \(bit) of byte \(place)") {
                _ = try TransparencyProof(parsing: bad).verify(leaf: leaf, policy: policy)
            }
        }
    }

    @Test func extraDataComesBackAndProvesNothing() throws {
        let good = String(decoding: try Example.file("proofs/2.tlog-proof"), as: UTF8.self)
        let leaf = try Example.file("proofs/2.leaf")
        func with(_ line: String) throws -> TransparencyProof {
            try TransparencyProof(
                parsing: Array(good.replacing("v1\nindex", with: "v1\n\(line)\nindex").utf8)
            )
        }
        let extra = try with("extra AAEC")
        #expect(extra.extra == [0, 1, 2])
        #expect(try extra.verify(leaf: leaf, policy: policy()).checkpoint.size == 5)
        #expect(try TransparencyProof(parsing: extra.bytes) == extra)
        #expect(throws: TransparencyProofError.invalidExtra) { try with("extra AAE") }
        #expect(throws: TransparencyProofError.invalidIndex) { try with("extra AAEC\nextra AAEC") }
        #expect(throws: TransparencyProofError.invalidIndex) { try with("other AAEC") }
        let most = Base64.standard.encode([UInt8](repeating: 1, count: TransparencyProof.maximumExtraBytes))
        #expect(try with("extra \(most)").extra?.count == TransparencyProof.maximumExtraBytes)
        #expect(throws: TransparencyProofError.invalidExtra) { try with("extra AAAA\(most)") }
    }

    @Test func malformedProofsNameTheirFault() throws {
        let good = String(decoding: try Example.file("proofs/2.tlog-proof"), as: UTF8.self)
        let line = "jErtWfxUg1XB5tJhrn98jZdCmLEbSLfCF4Amso+Bqrc="
        func refused(_ error: TransparencyProofError, _ old: String, _ new: String) {
            #expect(throws: error) {
                try TransparencyProof(parsing: Array(good.replacing(old, with: new).utf8))
            }
        }
        refused(.unknownFormat, "proof@v1", "proof@v2")
        refused(.unknownFormat, "\n", "\r\n")
        refused(.invalidIndex, "index 2", "index 02")
        refused(.invalidIndex, "index 2", "index -2")
        refused(.invalidIndex, "index 2", "index  2")
        refused(.invalidIndex, "index 2\n", "")
        refused(.invalidPath, line, line + " ")
        refused(.invalidPath, line, "jErt")
        refused(.invalidPath, line + "\n", String(repeating: line + "\n", count: 62))
        refused(.checkpoint(.note(.malformedSignature(line: 1))), "\n— ", "\n- ")
        refused(.checkpoint(.note(.noSignatures)), "qQ=\n\n", "qQ=\n")
        #expect(throws: TransparencyProofError.tooLarge) {
            try TransparencyProof(
                parsing: [UInt8](repeating: 0x61, count: TransparencyProof.maximumBytes + 1)
            )
        }
    }

    @Test func pathLengthIsChecked() throws {
        let good = String(decoding: try Example.file("proofs/2.tlog-proof"), as: UTF8.self)
        let leaf = try Example.file("proofs/2.leaf")
        let policy = try policy()
        let last = "KIh7gVPDZNnxpmdnpO8pmFJPNUD74+FA/zR/Xu52iKk=\n"
        for (text, error) in [("", ProofError.pathTooShort), (last + last, .pathTooLong)] {
            let proof = try TransparencyProof(parsing: Array(good.replacing(last, with: text).utf8))
            #expect(throws: TransparencyProofError.inclusion(error)) {
                try proof.verify(leaf: leaf, policy: policy)
            }
        }
        let beyond = try TransparencyProof(parsing: Array(good.replacing("index 2", with: "index 5").utf8))
        #expect(throws: TransparencyProofError.inclusion(.indexBeyondSize)) {
            try beyond.verify(leaf: leaf, policy: policy)
        }
    }

    @Test func aMissingWitnessIsNoticed() throws {
        let good = String(decoding: try Example.file("proofs/2.tlog-proof"), as: UTF8.self)
        let lines = good.split(separator: "\n", omittingEmptySubsequences: false)
        let one = lines.filter { !$0.hasPrefix("— witness.acme") }.joined(separator: "\n")
        let leaf = try Example.file("proofs/2.leaf")
        let proof = try TransparencyProof(parsing: Array(one.utf8))
        let policy = try policy()
        #expect(throws: TransparencyProofError.checkpoint(.noQuorum)) {
            try proof.verify(leaf: leaf, policy: policy)
        }
        // Without a quorum the log's word is enough.
        let trusting = WitnessPolicy(log: try VerifierKey(text: Example.log))
        #expect(try proof.verify(leaf: leaf, policy: trusting).cosignatures.isEmpty)
    }

    @Test func theExampleRequestIsOurs() throws {
        let file = try Example.file("consistency-3-5")
        let request = try WitnessRequest(parsing: file)
        #expect(request.bytes == file)
        #expect(file == Array(try Example.values().text("add_checkpoint_body").utf8))
        let tree = try Example.leafHashes()
        let consistency = try required(ConsistencyProof(oldSize: 3, newSize: 5, reading: tree))
        #expect(WitnessRequest(consistency: consistency, checkpoint: request.checkpoint) == request)
        let log = try VerifierKey(text: Example.log)
        let opened = try VerifiedCheckpoint(opening: request.checkpoint, logs: [log])
        try ConsistencyProof(oldSize: request.oldSize, newSize: opened.checkpoint.size, path: request.path)
            .verify(oldRoot: tree.root(size: 3), newRoot: opened.checkpoint.root)
    }

    @Test func malformedRequestsNameTheirFault() throws {
        let good = String(decoding: try Example.file("consistency-3-5"), as: UTF8.self)
        let line = "OL2RFxGSwhxPozeZl4y0l3ZfTtFCWcC6JaJ0glg8Cyw=\n"
        func refused(_ error: WitnessRequestError, _ old: String, _ new: String) {
            #expect(throws: error) { try WitnessRequest(parsing: Array(good.replacing(old, with: new).utf8)) }
        }
        refused(.invalidOldSize, "old 3", "old 03")
        refused(.invalidOldSize, "old 3", "new 3")
        refused(.invalidPath, line, "OL2R\n")
        refused(.invalidPath, line, String(repeating: line, count: 61))
        refused(.note(.malformedSignature(line: 1)), "— ledger", "ledger")
        #expect(throws: WitnessRequestError.tooLarge) {
            try WitnessRequest(parsing: [UInt8](repeating: 0x61, count: WitnessRequest.maximumBytes + 1))
        }
    }
}
