// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Splits a stream of bytes into messages, each ended by one byte 0x00 (UAPI.20 Varlink, "Wire Protocol").
///
/// Bytes are kept as they come and searched once, so that a message that arrives in many pieces costs no more
/// than one that arrives whole, and one that arrives alone in a read is not copied.
struct FrameBuffer {
    /// What is at the front of the buffer.
    enum Frame {
        /// A whole message, without its terminating byte.
        case message(ByteBuffer)
        /// No message is complete yet.
        case incomplete
        /// The message is, or will be, longer than the limit.
        case tooLong
    }

    private var bytes = ByteBuffer()
    /// How many bytes at the front are known not to be a terminator.
    private var searched = 0

    /// How many bytes are held.
    var count: Int { bytes.readableBytes }

    /// Adds bytes as they were read.
    mutating func append(_ chunk: ByteBuffer) {
        if bytes.readableBytes == 0 {
            bytes = chunk
            searched = 0
        } else {
            // Otherwise a peer that never lets the buffer run empty would make it grow for ever.
            bytes.discardReadBytes()
            bytes.writeImmutableBuffer(chunk)
        }
    }

    /// Takes the next message, of at most `limit` bytes.
    mutating func next(limit: Int) -> Frame {
        let view = bytes.readableBytesView
        guard let end = view[(view.startIndex + searched)...].firstIndex(of: 0) else {
            searched = view.count
            return searched > limit ? .tooLong : .incomplete
        }
        let length = end - view.startIndex
        guard length <= limit, let message = bytes.readSlice(length: length) else { return .tooLong }
        bytes.moveReaderIndex(forwardBy: 1)
        searched = 0
        // An idle connection must not hold on to the room that its largest message took.
        if bytes.readableBytes == 0 { bytes = ByteBuffer() }
        return .message(message)
    }
}
