// SPDX-License-Identifier: Apache-2.0

extension InterfaceDescription {
    /// Reads an interface definition by the whole grammar of UAPI.20 Varlink.
    ///
    ///     interface = "interface" interface-name EOL member+
    ///     member    = "type" Name (struct | enum) EOL
    ///               | "method" Name struct "->" struct EOL
    ///               | "error" Name struct EOL
    ///     type      = elem | "[]" type | "[string]" type | "?" elem | "?[]" type | "?[string]" type
    ///     elem      = "bool" | "int" | "float" | "string" | "object" | "any" | Name | struct | enum
    ///     struct    = "(" [ field-name ":" type ("," field-name ":" type)* ] ")"
    ///     enum      = "(" field-name ("," field-name)* ")"
    ///
    /// White space, line ends and comments (`#` to the end of the line) may stand between any two tokens.
    /// Comment lines directly before the interface, a member or a field document it.
    public init(parsing text: String) throws(InterfaceSyntaxError) {
        var parser = DefinitionParser(text)
        self = try parser.interface(text)
    }

    /// Reads a definition that is part of the program, where a mistake is a mistake in the program: it traps.
    public init(builtIn text: String) {
        do {
            try self.init(parsing: text)
        } catch {
            preconditionFailure("a built-in interface definition is wrong at \(error)")
        }
    }
}

/// A parser by recursive descent, which notes on its way what is grammatical but not portable.
///
/// Types are parsed in `DefinitionParser+Types.swift`.
struct DefinitionParser {
    var scanner: DefinitionScanner
    /// What some client cannot read.
    var problems: [String] = []
    /// The types that were used, to be looked up at the end.
    var references: [(name: String, position: TextPosition)] = []
    private var names: Set<String> = []

    init(_ text: String) { scanner = DefinitionScanner(text) }

    /// The whole text.
    mutating func interface(_ text: String) throws(InterfaceSyntaxError) -> InterfaceDescription {
        let documentation = documentedGap()
        let noInterface = expected("“interface”")
        guard scanner.word() == "interface" else { throw noInterface }
        separate()
        let position = scanner.position
        let name = scanner.word()
        guard DefinitionNames.isInterface(name) else {
            throw InterfaceSyntaxError(reason: .invalidInterfaceName(name), position: position)
        }
        try endOfLine()

        var types: [InterfaceDescription.TypeDefinition] = []
        var methods: [InterfaceDescription.Method] = []
        var errors: [InterfaceDescription.ErrorDefinition] = []
        var comment = documentedGap()
        while scanner.next != nil {
            let noMember = expected("“type”, “method” or “error”")
            switch scanner.word() {
            case "type": types.append(try type(comment))
            case "method": methods.append(try method(comment))
            case "error": errors.append(try error(comment))
            default: throw noMember
            }
            try endOfLine()
            comment = documentedGap()
        }
        guard !types.isEmpty || !methods.isEmpty || !errors.isEmpty else {
            throw InterfaceSyntaxError(reason: .emptyInterface, position: scanner.position)
        }
        let defined = Set(types.lazy.map(\.name))
        for reference in references where !defined.contains(reference.name) {
            throw InterfaceSyntaxError(reason: .unknownType(reference.name), position: reference.position)
        }
        return InterfaceDescription(
            text: text,
            name: name,
            documentation: documentation,
            types: types,
            methods: methods,
            errors: errors,
            problems: problems
        )
    }

    // MARK: Members

    private mutating func type(_ comment: String) throws(InterfaceSyntaxError)
        -> InterfaceDescription.TypeDefinition
    {
        let (name, position) = try memberName()
        let type = try parenthesised(depth: 0)
        return InterfaceDescription.TypeDefinition(
            name: name,
            documentation: comment,
            position: position,
            type: type
        )
    }

    private mutating func method(_ comment: String) throws(InterfaceSyntaxError)
        -> InterfaceDescription.Method
    {
        let (name, position) = try memberName()
        let input = try structure()
        separate()
        guard scanner.take("-") else { throw expected("“->”") }
        guard scanner.take(">") else { throw expected("“->”") }
        separate()
        return InterfaceDescription.Method(
            name: name,
            documentation: comment,
            position: position,
            input: input,
            output: try structure(),
            series: InterfaceDescription.Series(documentation: comment)
        )
    }

    private mutating func error(_ comment: String) throws(InterfaceSyntaxError)
        -> InterfaceDescription.ErrorDefinition
    {
        let (name, position) = try memberName()
        return InterfaceDescription.ErrorDefinition(
            name: name,
            documentation: comment,
            position: position,
            parameters: try structure()
        )
    }

    /// Steps over the name after the keyword, up to the parenthesis.
    private mutating func memberName() throws(InterfaceSyntaxError) -> (String, TextPosition) {
        separate()
        let position = scanner.position
        let name = scanner.word()
        guard DefinitionNames.isMember(name) else {
            throw InterfaceSyntaxError(reason: .invalidName(name), position: position)
        }
        guard names.insert(name).inserted else {
            throw InterfaceSyntaxError(reason: .duplicateName(name), position: position)
        }
        separate()
        return (name, position)
    }

    // MARK: Gaps

    /// Steps over a gap in which no portable definition has a comment.
    mutating func separate() {
        for comment in scanner.gap().comments { note("a comment between tokens", at: comment.position) }
    }

    /// Steps over a gap in which comments document what follows, and returns their text.
    mutating func documentedGap() -> String {
        let comments = scanner.gap().comments
        for comment in comments where !comment.alone {
            note("a comment after something", at: comment.position)
        }
        var line = scanner.position.line
        let lines = comments.reversed().prefix { comment in
            line -= 1
            return comment.alone && comment.position.line == line
        }
        return lines.reversed().map(\.text).joined(separator: "\n")
    }

    private mutating func endOfLine() throws(InterfaceSyntaxError) {
        let (comment, ended) = scanner.endOfLine()
        if let comment { note("a comment after something", at: comment.position) }
        guard ended else { throw expected("the end of the line") }
    }

    // MARK: Findings

    /// Notes something that the grammar allows and some client does not.
    mutating func note(_ problem: String, at position: TextPosition) {
        problems.append("\(position): \(problem)")
    }

    /// The error that something else should stand at the present place.
    func expected(_ what: String) -> InterfaceSyntaxError {
        InterfaceSyntaxError(reason: .expected(what, found: scanner.found()), position: scanner.position)
    }
}

extension InterfaceDescription.Series {
    fileprivate init(documentation: String) {
        let last = documentation.utf8.split(separator: UInt8(ascii: "\n")).last.map { String(Substring($0)) }
        switch last {
        case "[Requires 'more' flag]": self = .required
        case "[Supports 'more' flag]": self = .supported
        default: self = .never
        }
    }
}
