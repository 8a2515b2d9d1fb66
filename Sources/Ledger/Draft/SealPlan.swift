// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Which fields of a draft stay out of the entry.
public enum SealPlan {
    /// The names of the members to seal, ascending: personal ones, those asked for, and all text of an entry that is
    /// not for everyone.
    ///
    /// Only members that are there count. Words of a date and places in a source cannot be sealed, so an entry that
    /// is not for everyone must not have any.
    public static func names(
        of data: JSONObject,
        fields: [FieldDescriptor],
        asked: [String],
        classification: Classification
    ) throws(FieldError) -> [String] {
        for name in asked {
            guard let field = fields.first(where: { $0.name == name }), field.kind.isSealable else {
                throw FieldError("seal", .notA("the name of a text field of this type: \(name)"))
            }
        }
        if classification != .venture { try refuseUnsealable(data) }
        var names: [String] = []
        for field in fields where data[field.name] != nil {
            guard case .text(let isPersonal) = field.kind else { continue }
            if isPersonal || classification != .venture || asked.contains(field.name) {
                names.append(field.name)
            }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func refuseUnsealable(_ data: JSONObject) throws(FieldError) {
        guard data["occurred"]?.object?["words"] == nil else {
            throw FieldError("occurred.words", .notA("allowed in an entry that is not for everyone"))
        }
        let locators = data["sources"]?.array?.contains { $0.object?["locator"] != nil }
        guard locators != true else {
            throw FieldError("sources.locator", .notA("allowed in an entry that is not for everyone"))
        }
    }
}
