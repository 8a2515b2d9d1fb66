// SPDX-License-Identifier: Apache-2.0

/// What a server can make a client hold.
public struct ClientLimits: Hashable, Sendable {
    /// The longest message, in bytes, sent or received.
    public var messageBytes = 16 << 20
    /// How deep arrays and objects may be nested in a reply, the reply's own object included.
    public var messageDepth = 64

    /// The defaults.
    public init() {}
}
