// SPDX-License-Identifier: Apache-2.0
import Ledger
import Yams

/// What is wrong with a policy or configuration file, and where.
public struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1; 0 when it concerns the whole file.
    public let line: Int
    /// What is wrong there.
    public let message: String

    /// Says what is wrong where.
    public init(line: Int, message: String) {
        self.line = line
        self.message = message
    }

    public var description: String { line > 0 ? "line \(line): \(message)" : message }
}

/// The access policy file, read as nodes so that an error names its line.
///
///     users:
///       alice:
///         roles: [reader, recorder]
///         for: [programme-office]
///     groups:
///       jvledger-auditors:
///         roles: [reader, auditor]
///
/// A user or group is a name of this host or a number. A name that the host does not know grants nothing.
extension AccessPolicy {
    /// Reads a policy.
    public init(
        yaml text: String,
        uidOfUser: (String) -> UInt32? = HostNames.uid,
        gidOfGroup: (String) -> UInt32? = HostNames.gid
    ) throws(SettingsError) {
        self.init()
        guard let root = try SettingsNode.root(of: text) else { return }
        for (key, section) in try root.members() {
            switch key.text {
            case "users":
                for (name, node) in try section.members() {
                    let grant = try Self.grant(node, name)
                    guard let uid = UInt32(name.text) ?? uidOfUser(name.text) else {
                        unknownNames.append(name.text)
                        continue
                    }
                    guard uid != 0 || grant.organisations.isEmpty,
                        uid != 0 || !grant.roles.contains(.recorder)
                    else {
                        throw SettingsError(line: name.line, message: "root cannot be a recorder")
                    }
                    guard users.updateValue(grant, forKey: uid) == nil else {
                        throw SettingsError(
                            line: name.line,
                            message: "\(name.text) is the same user as an earlier one"
                        )
                    }
                    names[uid] = UInt32(name.text) == nil ? name.text : nil
                }
            case "groups":
                for (name, node) in try section.members() {
                    let grant = try Self.grant(node, name)
                    guard let gid = UInt32(name.text) ?? gidOfGroup(name.text) else {
                        unknownNames.append(name.text)
                        continue
                    }
                    guard groups.updateValue(grant, forKey: gid) == nil else {
                        throw SettingsError(
                            line: name.line,
                            message: "\(name.text) is the same group as an earlier one"
                        )
                    }
                }
            default:
                throw SettingsError(
                    line: key.line,
                    message: "\(key.text) is unknown; a policy has users and groups"
                )
            }
        }
    }

    private static func grant(_ node: SettingsNode, _ name: SettingsNode.Name) throws(SettingsError) -> Grant
    {
        var grant = Grant(roles: [])
        for (key, value) in try node.members() {
            switch key.text {
            case "roles":
                for item in try value.items() {
                    guard let role = Role(rawValue: item.text) else {
                        let all = Role.allCases.map(\.rawValue).joined(separator: ", ")
                        throw SettingsError(
                            line: item.line,
                            message: "\(item.text) is not a role; roles are \(all)"
                        )
                    }
                    grant.roles.insert(role)
                }
            case "for":
                for item in try value.items() {
                    guard let organisation = Key(item.text) else {
                        throw SettingsError(
                            line: item.line,
                            message: "\(item.text) is not the key of an organisation"
                        )
                    }
                    grant.organisations.insert(organisation)
                }
            default:
                throw SettingsError(
                    line: key.line,
                    message: "\(key.text) is unknown; here can be roles and for"
                )
            }
        }
        if grant.roles.contains(.administrator),
            grant.roles.contains(.recorder) || !grant.organisations.isEmpty
        {
            throw SettingsError(
                line: name.line,
                message: "\(name.text) administers and so cannot record: use another account for recording"
            )
        }
        if !grant.organisations.isEmpty, !grant.roles.contains(.recorder) {
            throw SettingsError(line: name.line, message: "\(name.text) has \"for\" but is not a recorder")
        }
        if grant.roles.contains(.recorder), grant.organisations.isEmpty {
            throw SettingsError(
                line: name.line,
                message: "\(name.text) is a recorder for no organisation: add for: [ORGANISATION]"
            )
        }
        return grant
    }
}
