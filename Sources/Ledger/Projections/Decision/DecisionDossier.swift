// SPDX-License-Identifier: Apache-2.0

/// All that is known of one matter.
public struct DecisionDossier: Hashable, Sendable {
    /// Its line in the register.
    public let row: DecisionRow
    /// The matter as far as it had come.
    public let decision: Decision
    /// The partners it needs or needed, with what each last said.
    public let consents: [ConsentRow]
    /// What it rests on and what came of it.
    public let links: [WhyLink]
}

/// A partner in a dossier.
public struct ConsentRow: Hashable, Sendable {
    /// The partner.
    public let organisation: Key
    /// What it said last, on whatever revision; nil when it has not spoken.
    public let position: PartnerPosition?
    /// Why that does not count; nil when it does.
    public let gap: ConsentGap?
}

extension State {
    /// All that is known of one matter at an instant; nil when it had certainly not been tabled yet.
    public func dossier(_ key: Key, validAt instant: Timestamp) -> DecisionDossier? {
        guard let row = decisionRow(key, validAt: instant), let decision = decisions.all[key] else {
            return nil
        }
        let then = decision.asOf(instant)
        let required = then.adoption?.required ?? requiredPartners(of: then, at: instant)
        let others = then.positions.map(\.organisation).filter { !required.contains($0) }
        let adopted = then.adoption?.revision
        let consents = (required + others.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }).map {
            partner in
            ConsentRow(
                organisation: partner,
                position: then.standing(of: partner) ?? then.positions.last { $0.organisation == partner },
                gap: then.gap(
                    of: partner,
                    at: adopted == nil ? instant : .distantPast,
                    option: then.adoption?.option,
                    acceptsReported: true
                )
            )
        }
        return DecisionDossier(row: row, decision: then, consents: consents, links: why(key, in: then))
    }
}
