// SPDX-License-Identifier: Apache-2.0

extension DefinitionParser {
    /// How deep types may be nested in each other; systemd's parser has the same limit.
    static let depthLimit = 64

    /// The parameters of a method or an error.
    mutating func structure() throws(InterfaceSyntaxError) -> Structure {
        guard case .structure(let structure) = try parenthesised(depth: 0, fieldsOnly: true) else {
            // An enumeration is refused at its first name.
            throw expected("a structure")
        }
        return structure
    }

    /// A structure or an enumeration.
    ///
    /// `fieldsOnly` holds for parameters, which cannot be an enumeration and, other than types, may well be
    /// empty.
    mutating func parenthesised(depth: Int, fieldsOnly: Bool = false) throws(InterfaceSyntaxError)
        -> TypeExpression
    {
        let start = scanner.position
        guard depth <= Self.depthLimit else {
            throw InterfaceSyntaxError(reason: .tooDeep(limit: Self.depthLimit), position: start)
        }
        guard scanner.take("(") else { throw expected("“(”") }
        let comment = documentedGap()
        if scanner.take(")") {
            if !fieldsOnly { note("an empty structure as a type", at: start) }
            return .structure(Structure([]))
        }
        let (name, position) = try fieldName(expecting: "a name or “)”")
        separate()
        if fieldsOnly || scanner.next == UInt8(ascii: ":") {
            let field = try field(name, comment, position, depth: depth)
            return .structure(try fields(after: field, depth: depth))
        }
        return .enumeration(try values(after: name, from: start))
    }

    /// The rest of a structure, after its first field.
    private mutating func fields(after first: Structure.Field, depth: Int) throws(InterfaceSyntaxError)
        -> Structure
    {
        var fields = [first]
        var names: Set<String> = [first.name]
        while true {
            closingGap()
            if scanner.take(")") { return Structure(fields) }
            guard scanner.take(",") else { throw expected("“,” or “)”") }
            let comment = documentedGap()
            let (name, position) = try fieldName(expecting: "a field's name")
            guard names.insert(name).inserted else {
                throw InterfaceSyntaxError(reason: .duplicateField(name), position: position)
            }
            separate()
            fields.append(try field(name, comment, position, depth: depth))
        }
    }

    /// What follows a field's name.
    private mutating func field(
        _ name: String,
        _ comment: String,
        _ position: TextPosition,
        depth: Int
    ) throws(InterfaceSyntaxError) -> Structure.Field {
        guard scanner.take(":") else { throw expected("“:”") }
        separate()
        let type = try type(depth: depth + 1)
        return Structure.Field(name: name, documentation: comment, position: position, type: type)
    }

    /// The rest of an enumeration, after its first value.
    private mutating func values(after first: String, from start: TextPosition) throws(InterfaceSyntaxError)
        -> [String]
    {
        var values = [first]
        while true {
            closingGap()
            if scanner.take(")") { break }
            guard scanner.take(",") else { throw expected("“,” or “)”") }
            _ = documentedGap()
            let (name, position) = try fieldName(expecting: "a value's name")
            guard !values.contains(name) else {
                throw InterfaceSyntaxError(reason: .duplicateField(name), position: position)
            }
            values.append(name)
        }
        if values.count == 1 { note("an enumeration of one value", at: start) }
        return values
    }

    private mutating func fieldName(expecting what: String) throws(InterfaceSyntaxError) -> (
        String, TextPosition
    ) {
        let position = scanner.position
        guard let byte = scanner.next, DefinitionNames.isAlphanumeric(byte) || byte == UInt8(ascii: "_")
        else {
            throw expected(what)
        }
        let name = scanner.word()
        guard DefinitionNames.isField(name) else {
            throw InterfaceSyntaxError(reason: .invalidFieldName(name), position: position)
        }
        return (name, position)
    }

    /// Steps over the gap before a comma or a closing parenthesis.
    private mutating func closingGap() {
        for comment in scanner.gap().comments {
            note("a comment after a field or value", at: comment.position)
        }
    }

    /// The type of a field; `container` says that it is what an array or a map holds.
    private mutating func type(depth: Int, inContainer: Bool = false) throws(InterfaceSyntaxError)
        -> TypeExpression
    {
        let position = scanner.position
        guard depth <= Self.depthLimit else {
            throw InterfaceSyntaxError(reason: .tooDeep(limit: Self.depthLimit), position: position)
        }
        if scanner.take("?") {
            if inContainer { note("a nullable element of a container", at: position) }
            closeUp()
            guard scanner.next != UInt8(ascii: "?") else {
                throw InterfaceSyntaxError(reason: .nullableTwice, position: scanner.position)
            }
            return .nullable(try type(depth: depth + 1, inContainer: inContainer))
        }
        if scanner.take("[") {
            if inContainer { note("a container directly in a container", at: position) }
            closeUp()
            let key = scanner.word()
            guard key.isEmpty || key == "string" else {
                throw InterfaceSyntaxError(
                    reason: .expected("“]” or “string”", found: "“\(key)”"),
                    position: position
                )
            }
            closeUp()
            guard scanner.take("]") else { throw expected("“]”") }
            closeUp()
            let element = try type(depth: depth + 1, inContainer: true)
            return key.isEmpty ? .array(element) : .map(element)
        }
        guard scanner.next != UInt8(ascii: "(") else { return try parenthesised(depth: depth) }
        return try elementaryType()
    }

    private mutating func elementaryType() throws(InterfaceSyntaxError) -> TypeExpression {
        let error = expected("a type")
        let position = scanner.position
        switch scanner.word() {
        case "bool": return .bool
        case "int": return .int
        case "float":
            note("“float”, which clients round and print differently", at: position)
            return .float
        case "string": return .string
        case "object": return .object
        case "any":
            note("“any”, which is newer than many clients", at: position)
            return .any
        case let name:
            guard DefinitionNames.isMember(name) else { throw error }
            references.append((name, position))
            return .named(name)
        }
    }

    /// Steps over a gap inside a type, where a portable definition has none.
    private mutating func closeUp() {
        let position = scanner.position
        if !scanner.gap().isEmpty { note("white space inside a type", at: position) }
    }
}
