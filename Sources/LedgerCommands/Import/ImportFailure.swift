// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Says by its line in the file which entry the ledger does not take.
enum ImportFailure {
    /// The complaint of a call that recorded these lines, with the line that is at fault and what was
    /// recorded.
    static func complaint(_ complaint: Complaint, _ lines: ArraySlice<ImportLine>) -> Complaint {
        guard complaint.status == .refused, let first = lines.first else { return complaint }
        let kept =
            lines.startIndex == 0
            ? "Nothing was recorded" : "Lines 1-\(first.number - 1) are recorded, the rest is not"
        guard let index = index(complaint), lines.indices.contains(lines.startIndex + index) else {
            return complaint
        }
        return complaint.located(lines[lines.startIndex + index].place, afterwards: kept)
    }

    /// The entry of the call that is at fault, if the complaint is of one.
    static func index(_ complaint: Complaint) -> Int? {
        complaint.parameters["entry"]?.integer.flatMap { Int(exactly: $0) } ?? parameterIndex(complaint)
    }

    /// The index in the path of a parameter that the protocol refuses, such as `entries.3.data`.
    private static func parameterIndex(_ complaint: Complaint) -> Int? {
        let path = complaint.parameters["parameter"]?.text?.split(separator: ".") ?? []
        return path.count > 1 && path[0] == "entries" ? Int(path[1]) : nil
    }
}
