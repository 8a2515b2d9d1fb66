// SPDX-License-Identifier: Apache-2.0

extension PostView {
    /// All that can be said of its existence and its holders, in a line of sentences.
    public var summary: String {
        [existenceSentence, holderSentence].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Whether it existed, in a sentence.
    ///
    /// Such as `Possibly existed: agreed between 1 Aug and 30 Sep 2019.`
    public var existenceSentence: String {
        switch existence {
        case .yes: "Exists."
        case .possibly: "Possibly existed: \(doubt)."
        case .no:
            hasEnded ? "No longer existed: ended \(Self.span(life.to))." : "Did not exist yet: \(beginning)."
        }
    }

    /// Who held it, in a sentence that names people by key.
    ///
    /// Empty when it did not exist, or may not have and nobody is known to have held it.
    public var holderSentence: String {
        guard existence != .no, existence == .yes || vacancy != .unknown else { return "" }
        guard !holders.isEmpty else { return vacancySentence }
        let names = holders.map { holder in
            let capacity = holder.capacities.map(\.value.rawValue).joined(separator: " or ")
            let doubt = holder.truth == .yes ? "" : "possibly "
            let absence: String =
                switch holder.absent {
                case .no: ""
                case .possibly: ", possibly absent"
                case .yes: ", absent"
                }
            return "\(doubt)\(holder.person) (\(capacity)\(absence))"
        }
        let held = "Held by \(names.joined(separator: ", "))."
        return vacancy == .no ? held : "\(held) \(vacancySentence)"
    }

    private var vacancySentence: String {
        switch vacancy {
        case .no: ""
        case .possibly: "Possibly vacant."
        case .yes: "Vacant."
        case .unknown: "Holder not recorded: no source dates an appointment."
        }
    }

    private var beginning: String { "\(decision == nil ? "began" : "agreed") \(Self.span(life.from))" }

    private var hasEnded: Bool { life.to?.bounds.isAtOrBefore(validAt) == .yes }

    /// What leaves its existence open: an imprecise beginning, an imprecise end, or both.
    private var doubt: String {
        let isBegun = (life.from?.bounds.isAtOrBefore(validAt) ?? .yes) == .yes
        let mayHaveEnded = (life.to?.bounds.isAtOrBefore(validAt) ?? .no) != .no
        switch (isBegun, mayHaveEnded) {
        case (true, _): return "ended \(Self.span(life.to))"
        case (false, false): return beginning
        case (false, true): return "\(beginning), ended \(Self.span(life.to))"
        }
    }

    /// A date by its first and last day: `between 1 Aug and 30 Sep 2019`, `on 1 Oct 2019`; longer or open
    /// dates and instants as they are stated.
    private static func span(_ date: EDTF?) -> String {
        guard let date else { return "at no stated date" }
        guard !date.isApproximate, !date.isUncertain else { return date.words }
        guard let first = date.bounds.earliest, let last = date.bounds.last else { return date.words }
        let days = (first.description.prefix(10), last.description.prefix(10))
        guard date.bounds != Bounds(instant: first), days.0 != days.1,
            let between = try? EDTF("\(days.0)/\(days.1)")
        else { return "on \(date.words)" }
        return between.words
    }
}
