// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The decision register as a table for a spreadsheet: one record a decision.
public enum DecisionsCSV {
    private static let header = [
        "key", "status", "when", "title", "revision", "certainty", "waiting for", "entry",
    ]

    /// Makes the table of rows as `io.jvledger.Decisions.List` returns them.
    public static func text(_ rows: [JSONObject]) -> String {
        var csv = CSV(header: header)
        for row in rows {
            let waiting = (row["waitingFor"]?.array ?? []).compactMap { missing -> String? in
                guard let missing = missing.object, let partner = missing["organisation"]?.text else {
                    return nil
                }
                return missing["reason"]?.text.map { "\(partner) (\($0))" } ?? partner
            }
            csv.append([
                row["key"]?.text ?? "",
                row["status"]?.text ?? "",
                row["when"]?.text ?? "",
                row["title"]?.text ?? "",
                row["revision"]?.integer.map { String($0) } ?? "",
                row["certainty"]?.text ?? "",
                waiting.joined(separator: "; "),
                row["position"]?.integer.map { String($0) } ?? "",
            ])
        }
        return csv.text
    }
}
