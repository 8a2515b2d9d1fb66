// SPDX-License-Identifier: Apache-2.0

/// An organisation is entered in the ledger.
public struct OrganisationRegistered: Event {
    public static let name = "organisation.registered"
    public static let kind = SubjectKind.organisation
    public static let place = StreamPlace.begins
    public static let summary = "An organisation, or a unit of one, is entered in the ledger."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "organisation add"

    /// What it is called.
    public let title: Text
    /// What kind it is.
    public let organisationKind: OrganisationKind
    /// The organisation it is a unit of.
    public let parent: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the organisation is called.")
        organisationKind = try fields.choice(
            "kind",
            OrganisationKind.self,
            "What kind of organisation it is."
        )
        parent = try fields.optionalKey(
            "parent",
            of: .organisation,
            "The organisation that it is a unit of."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        if let parent { try check.demandStanding(parent, at: check.instant) }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        state.governance.organisations[key] = Organisation(
            names: Names(title, position: entry.position),
            kind: organisationKind,
            parent: parent
        )
        if let parent { state.governance.organisations[parent]?.units.append(key) }
    }
}

/// An organisation gets another name.
public struct OrganisationRenamed: Event {
    public static let name = "organisation.renamed"
    public static let kind = SubjectKind.organisation
    public static let place = StreamPlace.continues
    public static let summary =
        "An organisation gets another name from a date; the earlier ones stay."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "organisation rename"

    /// The new name.
    public let title: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the organisation is called from now on.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandStanding(check.entry.subject.key, at: check.instant)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.organisations[entry.subject.key]?.names
            .rename(title, from: entry.happened, position: entry.position)
    }
}

/// Who takes over one obligation of an organisation that comes to its end.
public struct ObligationTransfer: FieldGroup, Codable, Hashable {
    /// What is taken over.
    public let obligation: Subject
    /// Who takes it over.
    public let successor: Key

    public init(_ fields: inout Fields) throws(FieldError) {
        obligation = try fields.subject(
            "obligation",
            of: [.partner, .seat, .delegation, .post, .funding, .decision, .agreement],
            "The partnership, seat, delegation, post, funding, decision or agreement that is taken over."
        )
        successor = try fields.key("successor", of: .organisation, "The successor that takes it over.")
    }
}

/// Other organisations take the place of one.
public struct OrganisationSucceeded: Event {
    public static let name = "organisation.succeeded"
    public static let kind = SubjectKind.organisation
    public static let place = StreamPlace.continues
    public static let summary = "Other organisations take the place of one that comes to its end."
    public static let rules: [Rule] = [.successionMapsObligations, .lifeAllows]

    /// Who takes its place.
    public let successors: [Key]
    /// Who takes over what.
    public let transfers: [ObligationTransfer]

    public init(_ fields: inout Fields) throws(FieldError) {
        successors = try fields.keys(
            "by",
            of: .organisation,
            required: true,
            "The organisations that take its place."
        )
        transfers = try fields.list(
            "transfers",
            of: ObligationTransfer.self,
            "Who takes over which obligation; a sole successor takes over all."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        if let succession = check.state.governance.organisations[key]?.succession {
            throw .governance(.succeeded(key, succession.successors))
        }
        for successor in successors {
            try check.demand(successor != key, .governance(.succeedsItself(key)))
            try check.demandStanding(successor, at: check.instant)
        }
        for transfer in transfers {
            try check.demand(
                successors.contains(transfer.successor),
                .governance(.transferToStranger(transfer.obligation, transfer.successor))
            )
        }
        let mapped = Set(transfers.map(\.obligation))
        let open = check.state.openObligations(of: key, at: check.instant)
        check.warn(
            .successionMapsObligations,
            unless: Set(successors).count == 1 || open.allSatisfy(mapped.contains)
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.organisations[entry.subject.key]?.succession = Succession(
            date: entry.happened,
            successors: successors,
            transfers: transfers,
            position: entry.position
        )
    }
}

extension Check {
    /// Refuses what an organisation that another has succeeded does not do any more.
    mutating func demandStanding(_ organisation: Key, at t: Timestamp) throws(Refusal) {
        let successors = state.governance.organisations[organisation]?.succession?.successors ?? []
        try demand(
            state.organisationStands(organisation, at: t),
            .governance(.succeeded(organisation, successors))
        )
    }
}

extension State {
    /// What a successor has to take over: the partnership, the seats it nominates, what it has delegated, the posts
    /// that it hosts, what it pays for and the agreements to which it is a party.
    fileprivate func openObligations(of organisation: Key, at t: Timestamp) -> [Subject] {
        var open: [Subject] = []
        if partnership(of: organisation, at: t) != nil { open.append(Subject(.partner, organisation)) }
        for (key, seat) in governance.seats
        where seat.organisation == organisation && seat.validity.holds(at: t) != .no {
            open.append(Subject(.seat, key))
        }
        for (key, delegation) in governance.delegations
        where delegation.from == organisation && delegation.validity.holds(at: t) != .no {
            open.append(Subject(.delegation, key))
        }
        for (key, post) in roles.posts where post.host == organisation && post.life.holds(at: t) != .no {
            open.append(Subject(.post, key))
        }
        for key in roles.funding.keys where pays(organisation, for: key, at: t) {
            open.append(Subject(.funding, key))
        }
        for (key, agreement) in governance.agreements
        where agreement.parties.contains(organisation) && agreement.validity.holds(at: t) != .no {
            open.append(Subject(.agreement, key))
        }
        return open
    }

    private func pays(_ organisation: Key, for post: Key, at t: Timestamp) -> Bool {
        funding(of: post).contains { version in
            version.validity.holds(at: t) != .no
                && version.value.shares.contains { $0.organisation == organisation }
        }
    }
}
