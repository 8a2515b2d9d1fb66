// SPDX-License-Identifier: Apache-2.0

/// What holds for every verb.
public struct Settings: Sendable {
    /// The instance to ask, if one was named.
    public var instance: String?
    /// The socket to connect to, if one was named.
    public var socket: String?
    /// The host to ask over ssh, if it is another one.
    public var host: String?
    /// How JSON is written, or that it is not.
    public var json: JSONForm
    /// Whether tables have headings.
    public var hasLegend: Bool
    /// Whether only what was asked for is said.
    public var isQuiet: Bool
    /// What the output goes to.
    public var terminal: Terminal
    /// Somebody to ask for what is missing, if there is somebody.
    public var asker: LineReader?

    /// Settings as they are if nothing is said.
    public init(
        instance: String? = nil,
        socket: String? = nil,
        host: String? = nil,
        json: JSONForm = .off,
        hasLegend: Bool = true,
        isQuiet: Bool = false,
        terminal: Terminal,
        asker: LineReader? = nil
    ) {
        self.instance = instance
        self.socket = socket
        self.host = host
        self.json = json
        self.hasLegend = hasLegend
        self.isQuiet = isQuiet
        self.terminal = terminal
        self.asker = asker
    }
}
