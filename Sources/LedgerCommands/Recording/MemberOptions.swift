// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// Members of a survey's population on the command line.
public enum MemberOption {
    /// A member as `KIND/KEY`; `P-0001` is short for a person, `A-0001` for an assignment, any other key for an
    /// organisation.
    public static func subject(_ text: String) -> String {
        if text.contains("/") { return text }
        if isNumbered(text, "P-") { return "person/\(text)" }
        return isNumbered(text, "A-") ? "assignment/\(text)" : "organisation/\(text)"
    }

    /// Members, each once given; nil if there are none.
    public static func list(_ texts: [String]) -> JSON? { .texts(texts.map(subject)) }

    /// Ties, each as `MEMBER` or `MEMBER=STRENGTH` with a strength from 1 to 5; nil if there are none.
    public static func ties(_ texts: [String]) throws(Complaint) -> JSON? {
        var ties: [JSON] = []
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let strength = parts.count > 1 ? Int(parts[1]) : nil
            guard let member = parts.first, !member.isEmpty, parts.count == 1 || strength != nil else {
                throw .usage("\(text) is not MEMBER or MEMBER=STRENGTH with a strength from 1 to 5")
            }
            let tie = JSONObject(fields: [
                "to": .text(subject(String(member))), "strength": .number(strength),
            ])
            ties.append(.object(tie))
        }
        return ties.isEmpty ? nil : .array(ties)
    }

    private static func isNumbered(_ text: String, _ prefix: String) -> Bool {
        let digits = text.utf8.dropFirst(prefix.utf8.count)
        return text.hasPrefix(prefix) && !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// Those who took part in making something, on the command line.
public enum CoProducerOption {
    /// Each as `KIND` or `KIND=COUNT`; nil if there are none.
    public static func list(_ texts: [String]) throws(Complaint) -> JSON? {
        var coProducers: [JSON] = []
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let count = parts.count > 1 ? Int(parts[1]) : nil
            guard let kind = parts.first, !kind.isEmpty, parts.count == 1 || count != nil else {
                throw .usage("--with \(text) is not KIND or KIND=COUNT, such as serviceUsers=4")
            }
            coProducers.append(
                .object(JSONObject(fields: ["kind": .text(String(kind)), "count": .number(count)]))
            )
        }
        return coProducers.isEmpty ? nil : .array(coProducers)
    }
}
