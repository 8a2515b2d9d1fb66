// SPDX-License-Identifier: Apache-2.0

/// An answer to the question is put on the table.
public struct OptionAdded: Event {
    public static let name = "option.added"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "An option is put on the table."
    public static let rules: [Rule] = [.statusAllows, .optionExists]
    public static let command = "decision option"

    /// Its number.
    public let option: Int
    /// What it is.
    public let title: Text
    /// What sort of answer it is.
    public let optionKind: OptionKind?

    public init(_ fields: inout Fields) throws(FieldError) {
        option = Int(
            try fields.integer("option", in: 1...999, "Its number within the proposal: 1, 2, 3 and so on.")
        )
        title = try fields.text("title", "What the option is.")
        optionKind = try fields.optionalChoice("kind", OptionKind.self, "What sort of answer it is.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpen("given another option")
        let next = (check.state.decision(check.entry.subject.key)?.options.last?.number ?? 0) + 1
        try check.demand(option == next, .decision(.optionNumber(option, next: next)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.options
            .append(Option(number: option, title: title, kind: optionKind, happening: Happening(entry)))
    }
}

/// A reason for or against an option.
public struct OptionArgued: Event {
    public static let name = "option.argued"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A reason for or against an option, or what it is assessed to cost or bring."
    public static let rules: [Rule] = [.optionExists]
    public static let command = "decision argue"

    /// The option's number.
    public let option: Int
    /// Which way the reason speaks.
    public let stance: ArgumentStance
    /// The reason.
    public let text: Text
    /// By which criterion.
    public let criterion: Text?
    /// What the option costs.
    public let cost: Money?

    public init(_ fields: inout Fields) throws(FieldError) {
        option = Int(try fields.integer("option", in: 1...999, "The option's number."))
        stance = try fields.choice("stance", ArgumentStance.self, "Which way the reason speaks.")
        text = try fields.text("text", "The reason.")
        criterion = try fields.optionalText("criterion", "By which criterion the option is assessed.")
        cost = try fields.optionalMoney("cost", "What the option costs, in minor units of a currency.")
    }

    public func check(_ check: inout Check) throws(Refusal) { try check.demandOption(option) }

    public func apply(_ entry: Entry, to state: inout State) {
        let argument = Argument(
            stance: stance,
            text: text,
            criterion: criterion,
            cost: cost,
            happening: Happening(entry)
        )
        state.changeOption(option, of: entry) { $0.arguments.append(argument) }
    }
}

/// An option is taken off the table.
public struct OptionWithdrawn: Event, Codable, Hashable {
    public static let name = "option.withdrawn"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "An option is taken off the table."
    public static let rules: [Rule] = [.statusAllows, .optionExists]

    /// The option's number.
    public let option: Int
    /// Why.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        option = Int(try fields.integer("option", in: 1...999, "The option's number."))
        reason = try fields.optionalText("reason", "Why it is taken off the table.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpen("changed")
        try check.demandOption(option)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.changeOption(option, of: entry) { $0.withdrawn = Recorded(self, entry) }
    }
}

extension State {
    fileprivate mutating func changeOption(_ number: Int, of entry: Entry, _ change: (inout Option) -> Void) {
        let key = entry.subject.key
        guard let index = decisions.all[key]?.options.firstIndex(where: { $0.number == number }) else {
            return
        }
        if var option = decisions.all[key]?.options[index] {
            change(&option)
            decisions.all[key]?.options[index] = option
        }
    }
}
