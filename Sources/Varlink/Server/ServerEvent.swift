// SPDX-License-Identifier: Apache-2.0

/// Something about a connection that whoever runs the server may want in a log.
public enum ServerEvent: Hashable, Sendable {
    /// A connection was closed at once: there are as many as may be, of everyone.
    case refusedConnections(Peer, limit: Int)
    /// A connection was closed at once: its user has as many as one may have.
    case refusedConnectionsOfUser(Peer, limit: Int)
    /// A connection was closed at once: the kernel does not say who is there.
    case refusedUnknownPeer(errno: Int32)
    /// A connection was closed without a reply: what the peer sent is not Varlink.
    case droppedViolation(Peer, ProtocolViolation)
    /// A connection was dropped: the peer did not read its replies.
    case droppedStalled(Peer)
    /// A call was answered with an error: its reply is longer than any client would read.
    case refusedReplyTooLong(Peer, method: String, bytes: Int)
    /// A connection was dropped: a reply of this method is longer than any client would read.
    case droppedReplyTooLong(Peer, method: String, bytes: Int)
    /// A connection was dropped: its call was still under way when the time for closing was over.
    case droppedClosing(Peer)
}
