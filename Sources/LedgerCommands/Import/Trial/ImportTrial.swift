// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// What a ledger says of the lines of a file before anything is recorded: each that it would refuse, not only the
/// first.
///
/// A call is all or nothing, and its refusal names one entry. So the file is tried without the group of lines that was
/// refused, and without those that refer to it, until the rest is taken; a line is therefore judged on top of all others
/// that would be recorded.
public struct ImportTrial {
    /// A line that is not taken.
    struct Refusal {
        /// Its index in the file.
        let index: Int
        /// Why; nil if it is only left out because it refers to one that is refused.
        let complaint: Complaint?
        /// The line that it refers to.
        var cause: Int?
    }

    /// The most refusals looked for: each takes a call.
    static let limit = 200

    private let lines: [ImportLine]
    /// The indices of the lines still tried, ascending.
    public private(set) var kept: [Int]
    /// What is refused, in the order of the lines.
    private(set) var refusals: [Refusal] = []

    /// What is wrong with lines that became no entries.
    private var unreadable: [ImportProblem] = []

    /// Begins with all lines of a file but those that are known to be wrong.
    public init(_ file: ImportFile, _ problems: [ImportProblem] = []) {
        lines = file.lines
        kept = Array(file.lines.indices)
        for problem in problems {
            let complaint = Complaint(
                .refused,
                problem.message,
                heading: "Not valid",
                next: [problem.next].compactMap(\.self),
                name: "jvctl.NotValid"
            )
            let place = kept.firstIndex { lines[$0].number == problem.line && lines[$0].file == problem.file }
            if let place {
                refuse(place, complaint)
            } else if let index = refusals.first(where: { lines[$0.index].number == problem.line })?.index,
                lines[index].file == problem.file
            {
                refusals.append(Refusal(index: index, complaint: complaint))
            } else {
                unreadable.append(problem)
            }
        }
    }

    /// How much is refused.
    public var count: Int { refusals.count + unreadable.count }

    /// A complaint about the first of it, for the end of the program; nil if nothing is refused.
    var complaint: Complaint? {
        if let first = refusals.first(where: { $0.complaint != nil }), let complaint = first.complaint {
            return complaint.located(lines[first.index].place, afterwards: "Nothing was recorded")
        }
        return unreadable.first.map { .invalid("\($0.text). Nothing was recorded") }
    }

    /// Whether enough was refused to stop.
    var isLong: Bool { refusals.count { $0.complaint != nil } >= Self.limit }

    /// The entries of the call to try, which refer to each other by their places in it.
    public var entries: [JSON] {
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        return kept.map { Self.moved(.object(lines[$0].entry), places) }
    }

    /// Leaves out the entry that was refused, with its group and all that refers to them.
    public mutating func refuse(_ place: Int, _ complaint: Complaint) {
        let index = kept[place]
        var out = Set(kept.filter { lines[$0].group == lines[index].group })
        refusals.append(Refusal(index: index, complaint: complaint))
        while true {
            let more = kept.filter { other in
                !out.contains(other)
                    && Self.references(.object(lines[other].entry)).contains(where: out.contains)
            }
            guard !more.isEmpty else { break }
            for other in more where !refusals.contains(where: { lines[$0.index].group == lines[other].group })
            {
                refusals.append(Refusal(index: other, complaint: nil, cause: index))
            }
            let groups = Set(more.map { lines[$0].group })
            out.formUnion(kept.filter { groups.contains(lines[$0].group) })
        }
        kept.removeAll(where: out.contains)
        refusals.sort { $0.index < $1.index }
    }

    /// The lines that say what is refused, and why.
    public var report: [String] {
        unreadable.map { "  \($0.text)" }
            + refusals.flatMap { refusal -> [String] in
                let place = lines[refusal.index].place
                guard let complaint = refusal.complaint else {
                    let cause = refusal.cause.map { lines[$0].place } ?? ""
                    return ["  \(place): left out, as it refers to \(cause)"]
                }
                return ["  \(place): \(complaint.message)"] + complaint.next.map { "    Next: \($0)" }
            } + (isLong ? ["  and perhaps more: put these right first"] : [])
    }

    /// The same for programs.
    var json: JSON {
        .array(
            unreadable.map { problem in
                .object(
                    JSONObject(fields: [
                        "line": .number(problem.line), "file": .text(problem.file),
                        "message": .text(problem.message),
                        "next": .texts([problem.next].compactMap(\.self)),
                    ])
                )
            }
                + refusals.map { refusal in
                    let line = lines[refusal.index]
                    return .object(
                        JSONObject(fields: [
                            "line": .number(line.number),
                            "file": .text(line.file),
                            "type": .string(line.type),
                            "message": .text(
                                refusal.complaint?.message
                                    ?? refusal.cause.map { "left out, as it refers to \(lines[$0].place)" }
                            ),
                            "rule": refusal.complaint?.parameters["rule"],
                            "next": .texts(refusal.complaint?.next ?? []),
                        ])
                    )
                }
        )
    }

    // MARK: References

    /// The number in `#N` or `KIND/#N`, and what stands before the sign.
    private static func reference(_ text: String) -> (prefix: Substring, index: Int)? {
        guard let sign = text.firstIndex(of: "#") else { return nil }
        let digits = text[text.index(after: sign)...]
        let prefix = text[..<sign]
        guard prefix.isEmpty || prefix.last == "/", !digits.isEmpty,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int(digits)
        else { return nil }
        return (prefix, index)
    }

    private static func references(_ value: JSON) -> [Int] {
        switch value {
        case .null, .bool, .integer, .number: []
        case .string(let text): reference(text).map { [$0.index] } ?? []
        case .array(let items): items.flatMap(references)
        case .object(let object): object.members.flatMap { references($0.value) }
        }
    }

    private static func moved(_ value: JSON, _ places: [Int: Int]) -> JSON {
        switch value {
        case .null, .bool, .integer, .number: return value
        case .string(let text):
            guard let (prefix, index) = reference(text), let place = places[index] else { return value }
            return .string("\(prefix)#\(place)")
        case .array(let items): return .array(items.map { moved($0, places) })
        case .object(let object):
            return .object(JSONObject(object.members.map { ($0.name, moved($0.value, places)) }))
        }
    }
}
