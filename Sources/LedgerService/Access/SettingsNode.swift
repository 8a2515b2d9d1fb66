// SPDX-License-Identifier: Apache-2.0
import Yams

/// A node of a YAML settings file with its line.
///
/// Yams' decoder keeps no lines and takes unknown keys; nodes keep both, so that an error can name them.
public struct SettingsNode {
    /// A key or scalar with its line.
    public struct Name: Hashable, Sendable {
        /// The text.
        public let text: String
        /// The line, from 1.
        public let line: Int
    }

    private let node: Node

    /// The line, from 1.
    public var line: Int { node.mark?.line ?? 0 }

    /// The root of a file; nil for an empty one.
    public static func root(of text: String) throws(SettingsError) -> SettingsNode? {
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch let error as YamlError {
            throw SettingsError(line: 0, message: "this is not YAML: \(error)")
        } catch {
            throw SettingsError(line: 0, message: "this is not YAML")
        }
        guard let node, !Self.isNull(node) else { return nil }
        return SettingsNode(node: node)
    }

    /// The members of a mapping; none when nothing stands there.
    public func members() throws(SettingsError) -> [(Name, SettingsNode)] {
        if Self.isNull(node) { return [] }
        guard case .mapping(let mapping) = node else {
            throw SettingsError(line: line, message: "here must be keys with values")
        }
        var seen: Set<String> = []
        var members: [(Name, SettingsNode)] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                throw SettingsError(line: key.mark?.line ?? 0, message: "a key must be a plain word")
            }
            guard seen.insert(scalar.string).inserted else {
                throw SettingsError(line: key.mark?.line ?? 0, message: "\(scalar.string) stands here twice")
            }
            members.append((Name(text: scalar.string, line: key.mark?.line ?? 0), SettingsNode(node: value)))
        }
        return members
    }

    /// The scalars of a sequence.
    public func items() throws(SettingsError) -> [Name] {
        if Self.isNull(node) { return [] }
        guard case .sequence(let sequence) = node else {
            throw SettingsError(line: line, message: "here must be a list, such as [reader, recorder]")
        }
        var items: [Name] = []
        for item in sequence { items.append(try SettingsNode(node: item).scalar()) }
        return items
    }

    /// A single value.
    public func scalar() throws(SettingsError) -> Name {
        guard case .scalar(let scalar) = node else {
            throw SettingsError(line: line, message: "here must be one value")
        }
        return Name(text: scalar.string, line: line)
    }

    private static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
    }
}
