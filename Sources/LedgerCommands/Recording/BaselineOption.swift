// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The lines of a baseline on the command line.
public enum BaselineOption {
    /// Each as `CATEGORY=LOW/CENTRAL/HIGH`, amounts in one currency; nil if there are none.
    public static func lines(_ texts: [String], _ currency: String) throws(Complaint) -> JSON? {
        var lines: [JSON] = []
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let amounts = parts.last?.split(separator: "/", omittingEmptySubsequences: false) ?? []
            guard parts.count == 2, let category = parts.first, !category.isEmpty, amounts.count == 3 else {
                throw .usage("--line \(text) is not CATEGORY=LOW/CENTRAL/HIGH")
            }
            var line = JSONObject()
            line["category"] = .string(String(category))
            for (name, amount) in zip(["low", "central", "high"], amounts) {
                line[name] = try MoneyText.option("--line", "\(currency) \(amount)")
            }
            lines.append(.object(line))
        }
        return lines.isEmpty ? nil : .array(lines)
    }
}
