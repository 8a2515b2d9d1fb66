// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

extension Session {
    /// What is known now of a decision.
    public func decision(_ key: String) async throws(Complaint) -> (row: DecisionRow, dossier: JSONObject) {
        let reply = try await call("io.jvledger.Decisions.Get", ["key": .string(key)])
        guard let dossier = reply["decision"]?.object,
            let row = dossier["row"]?.object.flatMap(DecisionRow.init)
        else {
            throw .unexpectedReply("decision")
        }
        return (row, dossier)
    }

    /// The organisation for which the caller acts: the one that was named, or the only one there is.
    public func actingFor(_ named: String?) async throws(Complaint) -> String {
        if let named { return named }
        let organisations = try await call("io.jvledger.Ledger.WhoAmI").lines("organisations")
        guard let first = organisations.first else {
            throw Complaint(
                .notPermitted,
                "you act for no organisation; an administrator grants that in the access policy",
                heading: "Refused",
                next: ["jvctl whoami"],
                name: "jvctl.NotPermitted"
            )
        }
        guard organisations.count == 1 else {
            throw .usage("you act for \(organisations.joined(separator: ", ")): say which with --for ORG")
        }
        return first
    }

    /// Records a step of a decision, and says where it stands then.
    public func step(
        _ key: String,
        _ draft: Draft,
        _ settings: RecordingSettings,
        _ sentence: (DecisionRow) -> String
    ) async throws(Complaint) {
        let recorded = try await record([draft], settings)
        guard !recorded.isDryRun else { return try answer(recorded, [recorded.line]) }
        try answer(recorded, [sentence(try await decision(key).row)])
    }
}
