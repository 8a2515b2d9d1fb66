// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// Where the replies of a series go, but for the last, which is what the call returns.
public struct ReplySeries: Sendable {
    private let connection: ConnectionPort
    private let call: Int
    private let method: String

    init(_ connection: ConnectionPort, call: Int, method: String) {
        self.connection = connection
        self.call = call
        self.method = method
    }

    /// Sends one reply that others follow.
    ///
    /// Suspends while the peer has too much left to read. Throws `disconnected` once nobody can read it: the
    /// peer is gone, its connection has been dropped, or the call is over.
    public func send(_ parameters: JSONObject) async throws(VarlinkError) {
        try await connection.send(.continues(parameters), of: method, call: call)
    }
}
