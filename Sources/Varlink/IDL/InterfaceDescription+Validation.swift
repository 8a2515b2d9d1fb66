// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

extension InterfaceDescription {
    /// Checks parameters against what a method or an error of this interface declares.
    ///
    /// Returns the parameters without the null members that stand for an absent nullable field, so that
    /// whoever reads them has one case less. Throws `InvalidParameter` with the dotted path of the first
    /// member, in the order of their names, that is missing, undeclared or of another type: `entries.0.data`.
    public func validated(_ parameters: JSONObject, against structure: Structure) throws(VarlinkError)
        -> JSONObject
    {
        var check = ParameterCheck(description: self)
        if let path = check.mismatch(parameters, structure) {
            throw .invalidParameter(path.reversed().joined(separator: "."))
        }
        return check.foundNull ? withoutNulls(parameters, structure) : parameters
    }

    private func withoutNulls(_ object: JSONObject, _ structure: Structure) -> JSONObject {
        var result = object
        for field in structure.fields {
            guard let value = object[field.name] else { continue }
            result[field.name] = value == .null ? nil : withoutNulls(value, field.type)
        }
        return result
    }

    private func withoutNulls(_ value: JSON, _ type: TypeExpression) -> JSON {
        switch (type, value) {
        case (.named(let name), _): self.type(named: name).map { withoutNulls(value, $0.type) } ?? value
        case (.nullable(let wrapped), _): withoutNulls(value, wrapped)
        case (.structure(let structure), .object(let object)): .object(withoutNulls(object, structure))
        case (.array(let element), .array(let items)): .array(items.map { withoutNulls($0, element) })
        case (.map(let element), .object(let object)): .object(withoutNulls(object, elements: element))
        case (.bool, _), (.int, _), (.float, _), (.string, _), (.object, _), (.any, _), (.enumeration, _),
            (.structure, _), (.array, _), (.map, _):
            value
        }
    }

    private func withoutNulls(_ object: JSONObject, elements type: TypeExpression) -> JSONObject {
        var result = object
        for member in object.members { result[member.name] = withoutNulls(member.value, type) }
        return result
    }
}

/// One check of parameters, which allocates nothing unless it fails.
private struct ParameterCheck {
    let description: InterfaceDescription
    /// Whether a declared field was null, which means the same as absent.
    var foundNull = false

    /// The path to what is wrong, innermost part first, or nil if nothing is.
    typealias Path = [String]

    /// Walks members and fields together: both are in the same order.
    mutating func mismatch(_ object: JSONObject, _ structure: Structure) -> Path? {
        let fields = structure.sorted
        var next = 0
        for member in object.members {
            while next < fields.count, !sameBytes(fields[next].name, member.name) {
                guard JSONObject.precedes(fields[next].name, member.name) else { return [member.name] }
                guard isOptional(fields[next].type) else { return [fields[next].name] }
                next += 1
            }
            guard next < fields.count else { return [member.name] }
            if let path = mismatch(member.value, fields[next].type) { return path + [member.name] }
            next += 1
        }
        return fields[next...].first { !isOptional($0.type) }.map { [$0.name] }
    }

    private mutating func mismatch(_ value: JSON, _ type: TypeExpression) -> Path? {
        switch (type, value) {
        case (.nullable, .null):
            foundNull = true
            return nil
        case (.nullable(let wrapped), _): return mismatch(value, wrapped)
        case (.named(let name), _): return description.type(named: name).flatMap { mismatch(value, $0.type) }
        case (.bool, .bool), (.int, .integer), (.float, .integer), (.float, .number), (.string, .string),
            (.object, .object), (.any, .bool), (.any, .integer), (.any, .number), (.any, .string),
            (.any, .array),
            (.any, .object):
            return nil
        case (.enumeration(let names), .string(let text)):
            return names.contains { sameBytes($0, text) } ? nil : []
        case (.structure(let structure), .object(let object)): return mismatch(object, structure)
        case (.array(let element), .array(let items)):
            for (index, item) in items.enumerated() {
                if let path = mismatch(item, element) { return path + [String(index)] }
            }
            return nil
        case (.map(let element), .object(let object)):
            for member in object.members {
                if let path = mismatch(member.value, element) { return path + [member.name] }
            }
            return nil
        case (.bool, _), (.int, _), (.float, _), (.string, _), (.object, _), (.any, _), (.enumeration, _),
            (.structure, _), (.array, _), (.map, _):
            return []
        }
    }

    private func isOptional(_ type: TypeExpression) -> Bool {
        guard case .nullable = type else { return false }
        return true
    }
}
