// SPDX-License-Identifier: Apache-2.0

/// What the peers of a server can make it hold, and for how long.
///
/// The defaults are far above what an honest client needs and far below what would hurt.
public struct Limits: Hashable, Sendable {
    /// The longest message, in bytes, that anyone may send.
    public var messageBytes = 1 << 20
    /// The longest message, in bytes, that a peer may send whom the server is told to trust with it.
    ///
    /// 16 MiB is what sd-varlink reads.
    public var trustedMessageBytes = 16 << 20
    /// The longest reply, in bytes; no client built on sd-varlink would read a longer one.
    public var replyBytes = 16 << 20
    /// How deep arrays and objects may be nested in a message, the message's own object included.
    public var messageDepth = 64
    /// The most connections at a time.
    public var connections = 128
    /// The most connections at a time of one user.
    public var connectionsPerUser = 16
    /// The most calls of one user that are answered at a time; the others wait for their turn.
    ///
    /// A series, which may last for ever, is not counted: connections bound it.
    public var callsPerUser = 8
    /// How many bytes a second are read from one user, over all of their connections.
    ///
    /// Whoever sends faster is read from later; nothing is refused.
    public var bytesPerSecondPerUser = 32 << 20
    /// How many bytes of replies may wait for a peer to read them before its next call, or the next reply of
    /// a series, has to wait too.
    public var backlogBytes = 256 << 10
    /// How long a peer may read nothing at all while that much waits, before its connection is dropped.
    public var stallTime = Duration.seconds(30)
    /// How long a connection without a call is kept once the server is told to shut down: whoever connected just before
    /// has not been heard yet.
    public var lingerTime = Duration.milliseconds(100)
    /// How long calls under way may take to end once the server is told to shut down.
    public var closingTime = Duration.seconds(5)

    /// The defaults.
    public init() {}
}
