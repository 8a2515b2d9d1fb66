// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import HashTreeCollections

@testable import Ledger

extension SlowModel {
    /// What the state says of erasures, holds and packs, otherwise than the entries do.
    func recordsDifferences(from state: State) -> [String] {
        var found: [String] = []
        func expect<Value: Equatable>(_ what: String, _ model: Value, _ state: Value) {
            if model != state { found.append("\(what): model \(model), state \(state)") }
        }
        let people = Set(entries.filter { $0.subject.kind == .person }.map(\.subject))
        for person in people {
            let own = entries.filter { $0.subject == person }
            let hold = own.last { ["hold.placed", "hold.released"].contains(name($0)) }
            let isHeld = hold.map { name($0) == "hold.placed" } ?? false
            expect(
                "hold on \(person)",
                isHeld ? hold?.position : nil,
                state.records.holds[person.key]?.position
            )
            let erasure = own.last { name($0) == "erasure.executed" }
            expect("erasure of \(person)", erasure?.position, state.records.erasedPeople[person.key])
        }
        var fields: [SealedMember: UInt64] = [:]
        for entry in entries where name(entry) == "erasure.executed" {
            for field in (entry.data["fields"]?.array ?? []).compactMap(\.object) {
                guard let position = field["position"]?.integer, let name = field["field"]?.text else {
                    continue
                }
                fields[SealedMember(position: UInt64(position), name: name)] = entry.position
            }
        }
        let inState = Dictionary(uniqueKeysWithValues: state.records.erasedFields.map { ($0.key, $0.value) })
        expect("erased texts", fields, inState)
        let erasures = entries.filter { name($0) == "erasure.executed" }
        expect("last erasure", erasures.last?.position, state.records.lastErasure)
        let packs = entries.filter { name($0) == "export.generated" }.map(\.position)
        expect("packs", packs, state.records.packs.map(\.position))
        return found
    }
}
