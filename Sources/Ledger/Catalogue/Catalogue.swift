// SPDX-License-Identifier: Apache-2.0

/// Every type of event there is.
public enum Catalogue {
    /// The version of the catalogue: part of what identifies a snapshot.
    public static let version = 1

    /// The types, in the order in which they are listed to people.
    public static let types: [any Event.Type] =
        ledgerTypes + governanceTypes + rolesTypes + decisionTypes + workTypes + activityTypes + networkTypes
        + evaluationTypes + learningTypes

    private static let ledgerTypes: [any Event.Type] = [
        LedgerCreated.self, PolicyChanged.self, EntryCorrected.self, EntryRetracted.self, ClaimDisputed.self,
        ClaimSettled.self, WitnessAppointed.self, WitnessRevoked.self, WitnessPolicyChanged.self,
        HoldPlaced.self, HoldReleased.self, ErasureExecuted.self, ExportGenerated.self,
    ]

    private static let byTypeName: [String: any Event.Type] = Dictionary(
        uniqueKeysWithValues: types.map { ($0.typeName, $0) }
    )

    /// The type with this `type` member, such as `io.jvledger.decision.adopted.v1`.
    public static func type(_ typeName: String) -> (any Event.Type)? { byTypeName[typeName] }

    /// The type named in full or by its short name, such as `decision.adopted`.
    public static func type(named name: String) -> (any Event.Type)? {
        byTypeName[name] ?? byName[name]
    }

    /// The latest version of each type, by its short name.
    private static let byName = Dictionary(types.map { ($0.name, $0) }, uniquingKeysWith: { $1 })

    private static let fieldsByTypeName: [String: [FieldDescriptor]] = byTypeName.mapValues { $0.fields }

    /// The fields of a type, described once.
    public static func fields(of type: any Event.Type) -> [FieldDescriptor] {
        fieldsByTypeName[type.typeName] ?? []
    }

    /// The typed content of an entry; nil for a type that this version does not know.
    public static func event(of entry: Entry) throws(FieldError) -> (any Event)? {
        guard let type = byTypeName[entry.type] else { return nil }
        return try read(type, entry, collectsReferences: false).event
    }

    /// The typed content of an entry and everything it names.
    static func read(
        _ type: any Event.Type,
        _ entry: Entry,
        collectsReferences: Bool
    ) throws(FieldError) -> (event: any Event, references: [(path: String, subject: Subject)]) {
        var fields = try Fields(
            entry.data,
            position: entry.contentPosition,
            sealed: entry.sealed,
            reserved: Entry.sharedFields,
            collectsReferences: collectsReferences
        )
        let event = try type.init(&fields)
        try fields.finish()
        return (event, fields.references)
    }
}
