// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// An interface that a server offers.
///
/// One value answers the calls of all connections, so calls of different connections run at the same time;
/// those of one connection run one after the other.
public protocol VarlinkInterface: Sendable {
    /// What the interface declares. It is asked once, when the server is made.
    var description: InterfaceDescription { get }

    /// Answers a call of a method that the interface declares.
    ///
    /// The parameters are as declared; null members of nullable fields are gone. What is returned are the
    /// parameters of the only reply, or of the last of a series; a call with `oneway` has its answer dropped.
    ///
    /// `series` is there if the caller accepts a series and the method's comment offers one. The task is
    /// cancelled when the peer hangs up, unless the call is `oneway`: whoever waits for a reply has lost
    /// interest, whoever waits for none has not. That of a series is cancelled also when the server shuts
    /// down, so that it can end with a last reply or an error of its own while the peer still listens.
    ///
    /// Errors are those that the interface or `org.varlink.service` declares.
    func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError) -> JSONObject

    /// Whether a call only computes for microseconds between suspensions.
    ///
    /// Such a call runs on the connection's own event loop, which saves two changes of thread; anything
    /// longer there would keep other connections waiting. Unless an interface says otherwise, none is.
    func isBrief(_ call: Call) -> Bool
}

extension VarlinkInterface {
    public func isBrief(_ call: Call) -> Bool { false }
}
