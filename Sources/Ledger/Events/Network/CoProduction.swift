// SPDX-License-Identifier: Apache-2.0

/// Who took part in making something, beside those whose task it is.
public enum CoProducerKind: String, CaseIterable, Codable, Sendable {
    /// People who use the services.
    case serviceUsers
    /// Their carers and families.
    case carers
    /// Those who do the work, such as nurses and social workers.
    case frontLine
    /// People of the partner organisations who do not do that work themselves.
    case partners
    /// Nobody else, which is another thing than not having said.
    case none

    /// Whether it makes for co-production: those who use a service or do its work had a part in its making.
    public var isUserOrFrontLine: Bool {
        switch self {
        case .serviceUsers, .carers, .frontLine: true
        case .partners, .none: false
        }
    }
}

/// Some who took part in making something.
public struct CoProducer: FieldGroup, Codable, Hashable {
    /// Who they are.
    public let kind: CoProducerKind
    /// How many.
    public let count: Int64?

    public init(_ fields: inout Fields) throws(FieldError) {
        kind = try fields.choice("kind", CoProducerKind.self, "Who took part; none says that nobody did.")
        count = try fields.optionalInteger("count", in: 1...100_000, "How many took part.")
    }
}

extension Check {
    /// Refuses what says of the same people twice that they took part, or that nobody did and somebody.
    func demandConsistent(_ coProducers: [CoProducer]) throws(Refusal) {
        let kinds = Set(coProducers.map(\.kind))
        let isConsistent = kinds.count == coProducers.count && (kinds.count < 2 || !kinds.contains(.none))
        try demand(isConsistent, .network(.coProducersContradict(entry.subject.key)))
    }
}
