// SPDX-License-Identifier: Apache-2.0

/// The directories that the unit gives the service (systemd.exec(5)).
///
/// Each is nil when the variable is unset or empty, which is so when the service is started by hand.
public struct ServiceDirectories: Equatable, Sendable {
    /// `$STATE_DIRECTORY`, kept for ever.
    public let state: String?
    /// `$CACHE_DIRECTORY`, kept, and deleted by `systemctl clean`.
    public let cache: String?
    /// `$RUNTIME_DIRECTORY`, deleted when the service stops.
    public let runtime: String?
    /// `$CONFIGURATION_DIRECTORY`, read only.
    public let configuration: String?
    /// `$CREDENTIALS_DIRECTORY`, one file for each credential, read only and never swapped out.
    public let credentials: String?

    /// Reads the variables.
    ///
    /// Where the unit names several directories, separated by colons, the first counts.
    public init(environment: [String: String] = ProcessEnvironment.current) {
        func first(_ name: String) -> String? {
            environment[name]?.split(separator: ":").first.map(String.init)
        }
        state = first("STATE_DIRECTORY")
        cache = first("CACHE_DIRECTORY")
        runtime = first("RUNTIME_DIRECTORY")
        configuration = first("CONFIGURATION_DIRECTORY")
        credentials = first("CREDENTIALS_DIRECTORY")
    }

    /// The path of a credential, whether the file exists or not; nil without ``credentials``.
    ///
    /// A name that could leave the directory (empty, `.`, `..` or with a slash) has no path.
    public func credentialPath(_ name: String) -> String? {
        guard let credentials, !["", ".", ".."].contains(name), !name.utf8.contains(UInt8(ascii: "/")) else {
            return nil
        }
        return "\(credentials)/\(name)"
    }
}
