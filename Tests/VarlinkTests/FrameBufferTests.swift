// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing

@testable import Varlink

/// Messages must come out the same however the bytes come in.
struct FrameBufferTests {
    /// All messages that a buffer holds, and whether the last was too long.
    private func messages(_ frames: inout FrameBuffer, limit: Int = 100) -> (texts: [String], tooLong: Bool) {
        var texts: [String] = []
        while true {
            switch frames.next(limit: limit) {
            case .message(let message): texts.append(String(buffer: message))
            case .incomplete: return (texts, false)
            case .tooLong: return (texts, true)
            }
        }
    }

    @Test func allAtOnce() {
        var frames = FrameBuffer()
        frames.append(ByteBuffer(string: "one\0\0three\0fou"))
        let (texts, tooLong) = messages(&frames)
        #expect(texts == ["one", "", "three"])
        #expect(!tooLong)
        #expect(frames.count == 3)
    }

    @Test(arguments: 0..<200) func inAnyPieces(seed: Int) {
        var random = SplitMix64(seed: seed)
        let expected = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
            String(repeating: "x", count: Int.random(in: 0...100, using: &random))
        }
        var bytes = Array(expected.map { $0 + "\0" }.joined().utf8)[...]
        let largest = Int.random(in: 1...60, using: &random)
        var frames = FrameBuffer()
        var actual: [String] = []
        while !bytes.isEmpty {
            let count = min(bytes.count, Int.random(in: 1...largest, using: &random))
            frames.append(ByteBuffer(bytes: bytes.prefix(count)))
            bytes = bytes.dropFirst(count)
            let (texts, tooLong) = messages(&frames)
            #expect(!tooLong)
            actual += texts
        }
        #expect(actual == expected)
        #expect(frames.count == 0)
    }

    @Test func limitCountsWithoutTerminator() {
        var frames = FrameBuffer()
        frames.append(ByteBuffer(string: "12345\0" + "123456\0"))
        let (texts, tooLong) = messages(&frames, limit: 5)
        #expect(texts == ["12345"])
        #expect(tooLong)
        guard case .message(let message) = frames.next(limit: 6) else {
            Issue.record("a higher limit must let the same message pass")
            return
        }
        #expect(String(buffer: message) == "123456")
    }

    @Test func limitHoldsBeforeTheEnd() {
        var frames = FrameBuffer()
        frames.append(ByteBuffer(string: "12345"))
        #expect(!messages(&frames, limit: 5).tooLong)
        frames.append(ByteBuffer(string: "6"))
        #expect(messages(&frames, limit: 5).tooLong)
    }
}
