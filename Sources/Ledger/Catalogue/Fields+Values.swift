// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

extension Fields {
    /// The largest integer that every JSON reader keeps exactly (RFC 8785 section 3.2.2.3).
    static let exactIntegers: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991

    /// An integer within a range.
    mutating func integer(
        _ name: String,
        in range: ClosedRange<Int64> = 0...9_007_199_254_740_991,
        _ documentation: StaticString
    ) throws(FieldError) -> Int64 {
        try readInteger(name, range, required: true, documentation) ?? range.lowerBound
    }

    /// An integer within a range, if there is one.
    mutating func optionalInteger(
        _ name: String,
        in range: ClosedRange<Int64> = 0...9_007_199_254_740_991,
        _ documentation: StaticString
    ) throws(FieldError) -> Int64? {
        try readInteger(name, range, required: false, documentation)
    }

    private mutating func readInteger(
        _ name: String,
        _ range: ClosedRange<Int64>,
        required: Bool,
        _ documentation: StaticString
    ) throws(FieldError) -> Int64? {
        guard let value = try take(name, .integer(range), required: required, documentation) else {
            return nil
        }
        guard let integer = value.integer else { throw FieldError(at(name), .notA("a whole number")) }
        guard range.contains(integer) else { throw FieldError(at(name), .outOfRange(range)) }
        return integer
    }

    /// A boolean that is written only when it is true.
    mutating func flag(_ name: String, _ documentation: StaticString) throws(FieldError) -> Bool {
        guard let value = try take(name, .flag, required: false, documentation) else { return false }
        guard value.bool == true else {
            throw FieldError(at(name), .notA("true (false is the default: leave it out)"))
        }
        return true
    }

    /// One of the values of an enumeration.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String,
        _ type: Choice.Type,
        _ documentation: StaticString
    ) throws(FieldError) -> Choice where Choice.RawValue == String {
        if let choice = try readChoice(name, type, required: true, documentation) { return choice }
        guard let any = type.allCases.first else { throw FieldError(at(name), .missing) }
        return any
    }

    /// One of the values of an enumeration, if there is one.
    mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(
        _ name: String,
        _ type: Choice.Type,
        _ documentation: StaticString
    ) throws(FieldError) -> Choice? where Choice.RawValue == String {
        try readChoice(name, type, required: false, documentation)
    }

    private mutating func readChoice<Choice: RawRepresentable & CaseIterable>(
        _ name: String,
        _ type: Choice.Type,
        required: Bool,
        _ documentation: StaticString
    ) throws(FieldError) -> Choice? where Choice.RawValue == String {
        guard
            let value = try take(
                name,
                .choice(type.allCases.map(\.rawValue)),
                required: required,
                documentation
            )
        else { return nil }
        guard let text = value.text, let choice = Choice(rawValue: text) else {
            throw FieldError(at(name), .notOneOf(type.allCases.map(\.rawValue)))
        }
        return choice
    }

    /// A date that must be there.
    mutating func date(_ name: String, _ documentation: StaticString) throws(FieldError) -> EDTF {
        guard let value = try take(name, .date, required: true, documentation) else {
            return EDTF.instant(.distantPast)
        }
        return try readDate(name, value)
    }

    /// A date, if there is one.
    mutating func optionalDate(_ name: String, _ documentation: StaticString) throws(FieldError) -> EDTF? {
        guard let value = try take(name, .date, required: false, documentation) else { return nil }
        return try readDate(name, value)
    }

    private func readDate(_ name: String, _ value: JSON) throws(FieldError) -> EDTF {
        guard let text = value.text else { throw FieldError(at(name), .notA("a date")) }
        do { return try EDTF(text) } catch { throw FieldError(at(name), .notADate("\(error)")) }
    }

    /// A fact's `from` and `to`.
    mutating func validity(_ documentation: StaticString) throws(FieldError) -> Validity {
        Validity(
            from: try optionalDate("from", documentation),
            to: try optionalDate("to", "From when it no longer holds; absent while it goes on.")
        )
    }

    /// An amount, if there is one.
    mutating func optionalMoney(_ name: String, _ documentation: StaticString) throws(FieldError) -> Money? {
        guard let value = try take(name, .money, required: false, documentation) else { return nil }
        return try readMoney(name, value)
    }

    private func readMoney(_ name: String, _ value: JSON) throws(FieldError) -> Money {
        guard let object = value.object, object.count == 2,
            let minor = object["minor"]?.integer, Self.exactIntegers.contains(minor),
            let currency = object["currency"]?.text, currency.utf8.count == 3,
            currency.utf8.allSatisfy({ (65...90).contains($0) })
        else {
            throw FieldError(at(name), .notA("an amount such as {\"currency\":\"GBP\",\"minor\":125000}"))
        }
        return Money(minor: minor, currency: currency)
    }

    /// An amount that must be there.
    mutating func money(_ name: String, _ documentation: StaticString) throws(FieldError) -> Money {
        guard let value = try take(name, .money, required: true, documentation) else {
            return Money(minor: 0, currency: "GBP")
        }
        return try readMoney(name, value)
    }

    /// An exact decimal number that must be there.
    mutating func decimal(_ name: String, _ documentation: StaticString) throws(FieldError) -> DecimalNumber {
        guard let value = try take(name, .decimal, required: true, documentation) else {
            return DecimalNumber(0)
        }
        return try readDecimal(name, value)
    }

    /// An exact decimal number, if there is one.
    mutating func optionalDecimal(
        _ name: String,
        _ documentation: StaticString
    ) throws(FieldError) -> DecimalNumber? {
        guard let value = try take(name, .decimal, required: false, documentation) else { return nil }
        return try readDecimal(name, value)
    }

    private func readDecimal(_ name: String, _ value: JSON) throws(FieldError) -> DecimalNumber {
        guard let number = value.text.flatMap({ DecimalNumber($0) }) else {
            throw FieldError(at(name), .notA("a decimal number in quotes, such as \"12.5\""))
        }
        return number
    }

    /// A SHA-256 digest.
    mutating func digest(_ name: String, _ documentation: StaticString) throws(FieldError) -> String {
        guard let value = try take(name, .digest, required: true, documentation) else { return "" }
        return try readDigest(name, value)
    }

    /// A SHA-256 digest, if there is one.
    mutating func optionalDigest(_ name: String, _ documentation: StaticString) throws(FieldError) -> String?
    {
        guard let value = try take(name, .digest, required: false, documentation) else { return nil }
        return try readDigest(name, value)
    }

    private func readDigest(_ name: String, _ value: JSON) throws(FieldError) -> String {
        guard let text = value.text, text.utf8.count == 64,
            text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { throw FieldError(at(name), .notA("a SHA-256 digest in lowercase hexadecimal")) }
        return text
    }

    /// Positions of earlier entries.
    mutating func positions(_ name: String, _ documentation: StaticString) throws(FieldError) -> [UInt64] {
        guard let value = try take(name, .positions, required: true, documentation) else { return [] }
        var positions: [UInt64] = []
        for (index, item) in try list(name, value, required: true).enumerated() {
            guard let integer = item.integer, Self.exactIntegers.contains(integer), integer >= 0 else {
                throw FieldError("\(at(name)).\(index)", .notA("a position"))
            }
            positions.append(UInt64(integer))
        }
        return positions
    }

    /// Any object.
    mutating func object(_ name: String, _ documentation: StaticString) throws(FieldError) -> JSONObject {
        guard let value = try take(name, .object, required: true, documentation) else { return JSONObject() }
        guard let object = value.object else { throw FieldError(at(name), .notA("an object")) }
        return object
    }

    /// A list of groups; empty when absent.
    mutating func list<Group: FieldGroup>(
        _ name: String,
        of group: Group.Type,
        required: Bool = false,
        _ documentation: StaticString
    ) throws(FieldError) -> [Group] {
        guard let value = try take(name, .list(Self.describing(group)), required: required, documentation)
        else {
            return []
        }
        return try groups(name, try list(name, value, required: required))
    }
}
