// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Reads the fields of an event, or lists them.
///
/// An event type asks for each of its fields once, in its initialiser, with name, kind and meaning. Run over `data`
/// that decodes it; run over nothing it describes the type. One declaration therefore gives decoding, validation,
/// the catalogue, its documentation and the command line's help, and they cannot disagree.
public struct Fields {
    /// The longest text, in bytes.
    public static let textLimit = 16_384
    /// The most items of a list.
    public static let listLimit = 256
    /// The most members of one object; also what the bit set of members seen can hold.
    public static let memberLimit = 64

    private enum Source {
        case members([JSONObject.Member])
        case nothing
    }

    private let source: Source
    private let path: String
    private let position: UInt64
    private let sealed: [String]
    private var seen: UInt64 = 0
    /// The fields asked for so far, when describing.
    private(set) var descriptors: [FieldDescriptor] = []
    /// The things that the fields name, when the caller wants to check that they exist.
    private(set) var references: [(path: String, subject: Subject)] = []
    private let collectsReferences: Bool

    /// Reads the members of an object; the members named in `reserved` are passed over.
    init(
        _ object: JSONObject,
        position: UInt64,
        sealed: [String] = [],
        reserved: [String] = [],
        collectsReferences: Bool = false,
        path: String = ""
    ) throws(FieldError) {
        guard object.count <= Self.memberLimit else {
            throw FieldError(path.isEmpty ? "data" : path, .tooMany(limit: Self.memberLimit))
        }
        let members = object.members
        self.source = .members(members)
        self.path = path
        self.position = position
        self.sealed = sealed
        self.collectsReferences = collectsReferences
        for (index, member) in members.enumerated() where reserved.contains(member.name) {
            seen |= 1 << UInt64(index)
        }
    }

    /// Describes instead of reading.
    private init() {
        source = .nothing
        path = ""
        position = 0
        sealed = []
        collectsReferences = false
    }

    /// The fields that a group asks for.
    static func describing(_ group: any FieldGroup.Type) -> [FieldDescriptor] {
        var fields = Fields()
        do { _ = try group.init(&fields) } catch {
            preconditionFailure("\(group) refuses the values used to describe it: \(error)")
        }
        return fields.descriptors
    }

    /// Refuses members that no field asked for.
    func finish() throws(FieldError) {
        guard case .members(let members) = source else { return }
        for (index, member) in members.enumerated() where seen & (1 << UInt64(index)) == 0 {
            throw FieldError(path + member.name, .undeclared)
        }
    }

    /// The value of a member, or nil; describes the field when nothing is read.
    mutating func take(
        _ name: String,
        _ kind: @autoclosure () -> FieldKind,
        required: Bool,
        _ documentation: StaticString
    ) throws(FieldError) -> JSON? {
        switch source {
        case .nothing:
            descriptors.append(
                FieldDescriptor(
                    name: name,
                    kind: kind(),
                    isRequired: required,
                    documentation: documentation.description
                )
            )
            return nil
        case .members(let members):
            guard let index = members.firstIndex(where: { $0.name == name }) else {
                guard required else { return nil }
                let isSealed = sealed.contains(name) && kind().isSealable
                guard isSealed else { throw FieldError(path + name, .missing) }
                return nil
            }
            seen |= 1 << UInt64(index)
            return members[index].value
        }
    }

    /// Whether nothing is read, so that an initialiser returns any value of its type.
    var isDescribing: Bool {
        switch source {
        case .nothing: true
        case .members: false
        }
    }

    /// Whether a member is kept in a disclosure.
    func isSealed(_ name: String) -> Bool { sealed.contains(name) }

    /// The text of a sealed member, which is nowhere here.
    func sealedText(_ name: String) -> Text { .sealed(position: position, field: name) }

    /// Notes that a field names a thing.
    mutating func refer(_ name: String, to subject: Subject) {
        if collectsReferences { references.append((path + name, subject)) }
    }

    /// The path of a member for an error.
    func at(_ name: String) -> String { path + name }

    /// The objects of a list, each read by its own fields.
    mutating func groups<Group: FieldGroup>(_ name: String, _ items: [JSON]) throws(FieldError) -> [Group] {
        guard items.count <= Self.listLimit else {
            throw FieldError(at(name), .tooMany(limit: Self.listLimit))
        }
        var groups: [Group] = []
        groups.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            let itemPath = "\(at(name)).\(index)"
            guard let object = item.object else { throw FieldError(itemPath, .notA("an object")) }
            var fields = try Fields(
                object,
                position: position,
                collectsReferences: collectsReferences,
                path: itemPath + "."
            )
            groups.append(try Group(&fields))
            try fields.finish()
            references += fields.references
        }
        return groups
    }
}

/// A group of fields that is read and described together.
public protocol FieldGroup: Sendable {
    /// Asks for every field once.
    init(_ fields: inout Fields) throws(FieldError)
}
