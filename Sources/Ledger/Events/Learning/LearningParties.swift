// SPDX-License-Identifier: Apache-2.0

/// Who says or does something in the life of a lesson or practice: an organisation and, as far as is known, a
/// person.
public struct ActingParty: FieldGroup, Codable, Hashable {
    /// The organisation or unit.
    public let organisation: Key
    /// The assignment in which somebody acts for it.
    public let assignment: Key?
    /// Who acts.
    public let person: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key("org", of: .organisation, "The organisation or unit that acts.")
        assignment = try fields.optionalKey(
            "by",
            of: .assignment,
            "The assignment in which somebody acts for it."
        )
        person = try fields.optionalKey("person", of: .person, "Who acts, where no assignment says it.")
    }

    /// Who acts, as far as that is known.
    func person(in state: State) -> Key? { person ?? assignment.flatMap { state.assignment($0)?.person } }
}

/// Whose a lesson or practice is: the organisation that it comes from and, as far as is known, its author.
public struct Authorship: FieldGroup, Codable, Hashable {
    /// The organisation or unit that it comes from.
    public let organisation: Key
    /// Its author: a person, or the assignment in which somebody wrote it.
    public let author: Subject?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.key(
            "org",
            of: .organisation,
            "The organisation or unit that it comes from."
        )
        author = try fields.optionalSubject(
            "author",
            of: [.assignment, .person],
            "Its author: a person, or the assignment in which somebody wrote it."
        )
    }

    /// The author as a person, as far as that is known.
    func person(in state: State) -> Key? {
        guard let author else { return nil }
        return author.kind == .person ? author.key : state.assignment(author.key)?.person
    }

    /// Whether somebody else than the author acts (rule 91).
    ///
    /// Of people who are both known it is certain. Where either is not, it is possible that they are the same
    /// as long as both are of one organisation.
    func isOther(than party: ActingParty, in state: State) -> Truth {
        if let author, author.kind == .assignment, author.key == party.assignment { return .no }
        if let author = person(in: state), let person = party.person(in: state) {
            return Truth(author != person)
        }
        return state.root(of: organisation) == state.root(of: party.organisation) ? .possibly : .yes
    }
}

extension Check {
    /// Refuses a validation by the author, and an act in a role that had ended; warns where either is
    /// possible.
    mutating func demandOther(_ party: ActingParty, than authorship: Authorship) throws(Refusal) {
        let subject = entry.subject
        let isOther = authorship.isOther(than: party, in: state)
        try demandRoleNotEnded(party.assignment)
        try demand(isOther, .learning(.validatedByAuthor(subject)))
    }

    /// Refuses what certainly happened after something was over.
    func demandNotAfter(_ end: Happening?, _ refusal: @autoclosure () -> LearningRefusal) throws(Refusal) {
        guard let end else { return }
        try demand(!end.certainlyPrecedes(Happening(entry)), .learning(refusal()))
    }
}
