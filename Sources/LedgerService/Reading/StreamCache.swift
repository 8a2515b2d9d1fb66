// SPDX-License-Identifier: Apache-2.0
import Ledger
import Synchronization

/// Which entries the streams have that were asked for last: what nearly every answer names.
///
/// A stream only grows, so what was read is right for as long as the stream has no more entries.
final class StreamCache: Sendable {
    /// How many streams are kept.
    static let limit = 1024
    /// The longest stream that is kept, in entries.
    static let lengthLimit = 256

    private let streams = Mutex<[Subject: [UInt64]]>([:])

    /// The positions of a stream that has so many entries, as they are kept or as `read` finds them.
    func positions<Failure: Error>(
        of subject: Subject,
        version: Int,
        _ read: () throws(Failure) -> [UInt64]
    ) throws(Failure) -> [UInt64] {
        if let known = streams.withLock({ $0[subject] }), known.count == version { return known }
        let positions = try read()
        if positions.count <= Self.lengthLimit {
            streams.withLock { streams in
                if streams.count >= Self.limit { streams = [:] }
                streams[subject] = positions
            }
        }
        return positions
    }
}
