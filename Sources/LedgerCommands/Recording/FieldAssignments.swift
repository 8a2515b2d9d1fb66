// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Turns `FIELD=VALUE` of a command line into the typed fields of an entry.
///
///     assignment = FIELD "=" VALUE / FIELD ":=" JSON
///
/// What VALUE may be follows from the type's own description, see ``FieldShape``. A list is given with
/// commas, or by giving the field again. `:=` takes any JSON as it is.
public enum FieldAssignments {
    /// The fields of an entry.
    public static func data(_ assignments: [String], for type: EventType) throws(Complaint) -> JSONObject {
        var data = JSONObject()
        for assignment in assignments {
            guard let equals = assignment.firstIndex(of: "=") else {
                throw .usage("\(assignment) is not FIELD=VALUE", next: ["jvctl types \(type.name)"])
            }
            var name = assignment[..<equals]
            let isJSON = name.last == ":"
            if isJSON { name.removeLast() }
            let field = try field(String(name), of: type)
            let text = String(assignment[assignment.index(after: equals)...])
            let value = isJSON ? try json(text, field.name) : try value(text, of: field)
            try set(value, field, isJSON: isJSON, in: &data)
        }
        return data
    }

    /// Refuses content in which fields are absent that must be there, and says what they mean.
    public static func checkComplete(_ data: JSONObject, for type: EventType) throws(Complaint) {
        let missing = type.fields.filter { $0.isRequired && data[$0.name] == nil }
        guard !missing.isEmpty else { return }
        let fields = missing.map { "\($0.name) (\($0.documentation))" }
        throw Complaint(
            .refused,
            "\(type.name) needs \(fields.joined(separator: ", "))",
            heading: "Not valid",
            next: ["jvctl types \(type.name)"],
            name: "jvctl.NotValid"
        )
    }

    private static func field(_ name: String, of type: EventType) throws(Complaint) -> EventType.Field {
        if let field = type.fields.first(where: { $0.name == name }) { return field }
        let names = type.fields.map(\.name)
        let closest = Spelling.closest(to: name, among: names).map { "; did you mean \($0)?" }
        throw Complaint(
            .refused,
            "\(type.name) has no field \(name)\(closest ?? "; it has \(names.joined(separator: ", "))")",
            heading: "Not valid",
            next: ["jvctl types \(type.name)"],
            name: "jvctl.NotValid"
        )
    }

    private static func set(
        _ value: JSON?,
        _ field: EventType.Field,
        isJSON: Bool,
        in data: inout JSONObject
    ) throws(Complaint) {
        guard let value else { return }
        guard let earlier = data[field.name] else {
            data[field.name] = value
            return
        }
        guard FieldShape(field).isList, let items = earlier.array, let more = value.array else {
            throw .usage("\(field.name) is given twice")
        }
        data[field.name] = .array(items + more)
    }

    static func value(_ text: String, of field: EventType.Field) throws(Complaint) -> JSON? {
        func wrong(_ what: String) -> Complaint { .invalid("\(field.name)=\(text) is not \(what)") }
        let items = text.split(separator: ",").map { $0.trimmingSpaces }
        switch FieldShape(field) {
        case .text:
            guard field.choices.isEmpty || field.choices.contains(text) else {
                throw wrong("one of \(field.choices.joined(separator: ", "))")
            }
            return .string(text)
        case .texts: return .array(items.map { .string($0) })
        case .integer:
            guard let number = Int64(text) else { throw wrong("a whole number") }
            return .integer(number)
        case .integers:
            var numbers: [JSON] = []
            for item in items {
                guard let number = Int64(item) else { throw wrong("a list of whole numbers") }
                numbers.append(.integer(number))
            }
            return .array(numbers)
        case .flag:
            switch text {
            case "yes", "true": return .bool(true)
            case "no", "false": return nil
            default: throw wrong("yes or no")
            }
        case .money:
            guard let money = MoneyText.json(text) else { throw wrong("an amount such as GBP 9546.00") }
            return money
        case .decimal:
            guard DecimalText.isDecimal(text) else { throw wrong("a decimal number such as -12.5") }
            return .string(text)
        case .json: return try json(text, field.name)
        }
    }

    private static func json(_ text: String, _ name: String) throws(Complaint) -> JSON {
        do { return try JSON(parsing: text) } catch { throw .invalid("\(name) is not JSON: \(error)") }
    }
}

extension Substring {
    /// The text without spaces at its ends.
    var trimmingSpaces: String {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
