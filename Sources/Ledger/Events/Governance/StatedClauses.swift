// SPDX-License-Identifier: Apache-2.0

/// What an agreement says on each matter that the regulations ask for; what is absent is not agreed, or not recorded.
///
/// The matters are those of SI 2000/617, regulation 7(3) for pooled funds and 9(3) for delegated functions.
public struct StatedClauses: FieldGroup, Codable, Hashable {
    /// The aims and outcomes.
    public let aims: Text?
    /// What each party contributes.
    public let contributions: Text?
    /// How contributions may be varied.
    public let contributionChanges: Text?
    /// The functions.
    public let functions: Text?
    /// The persons and the kinds of services.
    public let services: Text?
    /// The staff, goods and accommodation.
    public let resources: Text?
    /// How long it lasts.
    public let duration: Text?
    /// How it is reviewed, varied and terminated.
    public let changes: Text?
    /// How the pooled fund is managed, and by whom.
    public let fundManagement: Text?
    /// How it is monitored.
    public let monitoring: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        aims = try fields.optionalText("aims", "The agreed aims and outcomes.")
        contributions = try fields.optionalText("contributions", "What each party contributes.")
        contributionChanges = try fields.optionalText(
            "contributionChanges",
            "How the contributions may be varied."
        )
        functions = try fields.optionalText("functions", "The functions that it covers.")
        services = try fields.optionalText(
            "services",
            "The persons for whom, and the kinds of services in respect of which, functions are exercised."
        )
        resources = try fields.optionalText(
            "resources",
            "The staff, goods, services or accommodation that the parties provide."
        )
        duration = try fields.optionalText("duration", "How long it lasts.")
        changes = try fields.optionalText("changes", "How it is reviewed, varied and terminated.")
        fundManagement = try fields.optionalText(
            "fundManagement",
            "How the pooled fund is managed, and which party is its host."
        )
        monitoring = try fields.optionalText("monitoring", "How the arrangements are monitored.")
    }

    /// These clauses, and those of an earlier version that these leave as they are.
    private init(_ new: StatedClauses, over old: StatedClauses) {
        aims = new.aims ?? old.aims
        contributions = new.contributions ?? old.contributions
        contributionChanges = new.contributionChanges ?? old.contributionChanges
        functions = new.functions ?? old.functions
        services = new.services ?? old.services
        resources = new.resources ?? old.resources
        duration = new.duration ?? old.duration
        changes = new.changes ?? old.changes
        fundManagement = new.fundManagement ?? old.fundManagement
        monitoring = new.monitoring ?? old.monitoring
    }

    /// The clauses with those that a variation replaces.
    func varied(by new: StatedClauses) -> StatedClauses { StatedClauses(new, over: self) }

    /// The matters of which nothing is said, by the names of their fields; the management of a fund only where there
    /// is one.
    func missing(withPooledFund: Bool) -> [String] {
        let clauses: [(String, Text?)] = [
            ("aims", aims), ("contributions", contributions),
            ("contributionChanges", contributionChanges), ("functions", functions), ("services", services),
            ("resources", resources), ("duration", duration), ("changes", changes),
            ("fundManagement", fundManagement), ("monitoring", monitoring),
        ]
        return clauses.filter { $0.1 == nil && (withPooledFund || $0.0 != "fundManagement") }.map(\.0)
    }
}
