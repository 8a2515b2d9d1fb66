// SPDX-License-Identifier: Apache-2.0

/// What organisations let others do for them, and how far.
public struct ListDelegations: Inquiry {
    public static let family = InquiryFamily.roles
    public static let name = "ListDelegations"
    public static let summary = "What is delegated, by which organisation, to whom, up to which limit."
    public static let command = "delegation list"

    private let organisation: Key?
    private let holder: Subject?
    private let all: Bool

    public init(_ fields: inout Fields) throws(FieldError) {
        organisation = try fields.optionalKey(
            "organisation",
            of: .organisation,
            "Only what this organisation or a unit of it delegates."
        )
        holder = try fields.optionalSubject(
            "holder",
            of: [.post, .body, .assignment],
            "Only what is delegated to this post, body or assignment."
        )
        all = try fields.flag("all", "Also those that are no longer, or not yet, in force.")
    }

    /// A delegation and whether it was in force.
    public struct Row: Sendable {
        let key: Key
        let delegation: Delegation
        let truth: Truth
    }

    public static let columns: [Column<Row>] = [
        .key("key", "The key of the delegation.") { $0.key },
        .text("function", "What may be done.") { $0.delegation.function },
        .party("organisation", "The organisation whose function it is.") { $0.delegation.from },
        .word("holder", "The post, body or assignment that exercises it.") { $0.delegation.to.description },
        .money("limit", "The most that may be committed at a time; absent for any amount.") {
            $0.delegation.limit
        },
        .word("scope", "Whether it is express or general; absent when that is not stated.") {
            $0.delegation.scope?.rawValue
        },
        .word("under", "The delegation that it passes on.") { $0.delegation.under?.text },
        .word("agreement", "The agreement under which it is delegated.") { $0.delegation.agreement?.text },
        .word("from", "From when.") { $0.delegation.validity.from?.short },
        .word("to", "From when it no longer holds, as now known.") { $0.delegation.validity.to?.short },
        .word("inForce", "Whether it is in force: yes, no or possibly.") { $0.truth.rawValue },
        .entries { [$0.delegation.position] + ($0.delegation.revokedBy.map { [$0] } ?? []) },
    ]

    public func answer(in world: World) -> Report<Row> {
        let state = world.state
        let rows = state.governance.delegations.sorted { $0.key < $1.key }.compactMap {
            key,
            delegation -> Row? in
            let isAsked = organisation.map { state.belongs(delegation.from, to: $0) } ?? true
            guard isAsked, holder.map({ $0 == delegation.to }) ?? true else { return nil }
            let truth = delegation.validity.holds(at: world.instant)
            return all || truth != .no ? Row(key: key, delegation: delegation, truth: truth) : nil
        }
        return Report(rows)
    }
}
