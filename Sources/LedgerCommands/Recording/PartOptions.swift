// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The parts of a quorum on the command line.
public enum QuorumOption {
    /// Each as `ORG=COUNT`, or `ORG:CLASS=COUNT` for seats of one class; nil if there are none.
    public static func parts(_ texts: [String]) throws(Complaint) -> JSON? {
        var parts: [JSON] = []
        for text in texts {
            let (whom, number) = try Assignment.split(text, "--quorum")
            guard let count = Int(number), count > 0 else {
                throw .usage("--quorum \(text): \(number) is not a number of people")
            }
            let (organisation, seatClass) = Assignment.qualified(whom)
            let part = JSONObject(fields: [
                "organisation": .text(organisation), "seatClass": .text(seatClass), "count": .number(count),
            ])
            parts.append(.object(part))
        }
        return parts.isEmpty ? nil : .array(parts)
    }
}

/// Those who attended a meeting on the command line.
public enum AttendanceOption {
    /// Each as `ORG`, or `ORG:SEAT` for the holder of a seat; nil if there are none.
    public static func list(_ texts: [String]) throws(Complaint) -> JSON? {
        var attendance: [JSON] = []
        for text in texts {
            let (organisation, seat) = Assignment.qualified(text)
            guard !organisation.isEmpty, seat != "" else {
                throw .usage("--present \(text) is not ORG or ORG:SEAT")
            }
            attendance.append(
                .object(JSONObject(fields: ["organisation": .text(organisation), "seat": .text(seat)]))
            )
        }
        return attendance.isEmpty ? nil : .array(attendance)
    }
}

/// Shares on the command line, in percent; in entries they are basis points.
public enum ShareOption {
    /// Each as `ORG=PERCENT` with at most two decimals.
    public static func list(_ texts: [String]) throws(Complaint) -> JSON? {
        var shares: [JSON] = []
        for text in texts {
            let (organisation, percent) = try Assignment.split(text, "the share")
            let points = try basisPoints("the share of \(organisation)", percent)
            shares.append(
                .object(JSONObject(fields: ["organisation": .text(organisation), "basisPoints": points]))
            )
        }
        return .array(shares)
    }

    /// A percentage with at most two decimals, such as `33.34`, if there is one.
    public static func basisPoints(_ what: String, _ text: String?) throws(Complaint) -> JSON? {
        guard let text else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let digits =
            String(parts.first ?? "") + fraction
            + String(repeating: "0", count: max(0, 2 - fraction.utf8.count))
        guard parts.count <= 2, parts.first?.isEmpty == false, fraction.utf8.count <= 2,
            parts.count == 1 || !fraction.isEmpty,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let points = Int(digits), points <= 10_000
        else { throw .usage("\(what): \(text) is not a percentage such as 33.34") }
        return .integer(Int64(points))
    }
}

/// `NAME=VALUE` and `NAME:QUALIFIER`.
private enum Assignment {
    static func split(_ text: String, _ option: String) throws(Complaint) -> (String, String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { throw .usage("\(option) \(text) is not ORG=NUMBER") }
        return (String(parts[0]), String(parts[1]))
    }

    static func qualified(_ text: String) -> (name: String, qualifier: String?) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : nil)
    }
}
