// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// What a call that records was answered.
public struct Recorded: Sendable {
    /// What proves that one entry was recorded.
    public struct Receipt: Hashable, Sendable {
        /// Its position.
        public let position: UInt64
        /// Its stream.
        public let subject: String
        /// The numbers of the rules that warned.
        public let warnings: [Int]
        /// What those rules demand, in the same order.
        public let notes: [String]
        /// Whether an earlier call had recorded it.
        public let isRepeated: Bool

        init?(_ json: JSON) {
            guard let object = json.object,
                let position = object["position"]?.integer.flatMap({ UInt64(exactly: $0) }),
                let subject = object["subject"]?.text
            else { return nil }
            self.position = position
            self.subject = subject
            warnings = (object["warnings"]?.array ?? []).compactMap { $0.integer.map { Int($0) } }
            notes = (object["notes"]?.array ?? []).compactMap(\.text)
            isRepeated = object["repeated"]?.bool ?? false
        }

        /// What the rules found wanting, as the end of a sentence.
        var remarks: String {
            guard notes.count == warnings.count else { return RuleNumbers.text(warnings) + " warned" }
            return zip(warnings, notes).map { "not shown that \(DisplayText.line($1)) (rule \($0))" }
                .joined(separator: "; ")
        }

        /// The part of the stream's name after the slash.
        public var key: String {
            subject.split(separator: "/", maxSplits: 1).last.map { String($0) } ?? subject
        }
    }

    /// The whole reply.
    public let reply: JSONObject
    /// One receipt for each entry, in their order.
    public let receipts: [Receipt]
    /// The size of the ledger under the checkpoint that covers them.
    public let size: UInt64
    /// Whether nothing was recorded.
    public let isDryRun: Bool

    init(_ reply: JSONObject, count: Int, isDryRun: Bool) throws(Complaint) {
        let receipts = (reply["receipts"]?.array ?? []).compactMap(Receipt.init)
        guard receipts.count == count else { throw .unexpectedReply("receipts") }
        self.reply = reply
        self.receipts = receipts
        self.size = reply["size"]?.integer.flatMap { UInt64(exactly: $0) } ?? 0
        self.isDryRun = isDryRun
    }

    /// The key of the first entry's stream.
    public var key: String { receipts.first?.key ?? "" }

    /// Which positions were recorded, or would be.
    public var line: String {
        let fresh = receipts.filter { !$0.isRepeated }.map(\.position)
        let old = receipts.filter(\.isRepeated).map(\.position)
        var parts: [String] = []
        if !fresh.isEmpty {
            let positions = PositionList.text(fresh)
            let subjects = Set(receipts.map(\.subject))
            let what = subjects.count == 1 ? " (\(DisplayText.line(receipts[0].subject)))" : ""
            parts.append(
                isDryRun ? "Would be recorded as \(positions)\(what)." : "Recorded \(positions)\(what)."
            )
        }
        if !old.isEmpty { parts.append("Recorded before: \(PositionList.text(old)).") }
        return parts.joined(separator: " ")
    }

    /// The rule that warns of what looks like a patient's number.
    private static let healthNumberRule = 102

    /// What the rules remarked.
    public var notes: [String] {
        let remarked = receipts.filter { !$0.warnings.isEmpty }
        let notes = remarked.map { receipt in
            "Note: entry \(receipt.position) (\(DisplayText.line(receipt.subject))): \(receipt.remarks)"
        }
        guard remarked.contains(where: { $0.warnings.contains(Self.healthNumberRule) }) else { return notes }
        return notes + [
            isDryRun
                ? "      Leave it out, or keep the text erasable with --seal FIELD."
                : "      It cannot be taken out any more. --dry-run warns beforehand; --seal FIELD keeps a text erasable."
        ]
    }
}

/// Positions in words.
public enum PositionList {
    /// The positions in ascending order, with runs as `33-36`.
    public static func text(_ positions: [UInt64]) -> String {
        var runs: [ClosedRange<UInt64>] = []
        for position in positions.sorted() {
            if let last = runs.last, position <= last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...max(last.upperBound, position)
            } else {
                runs.append(position...position)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ", ")
    }
}

/// Rules in words.
enum RuleNumbers {
    /// `rule 55` or `rules 55, 57`.
    static func text(_ rules: [Int]) -> String {
        (rules.count == 1 ? "rule " : "rules ") + rules.map { String($0) }.joined(separator: ", ")
    }
}
