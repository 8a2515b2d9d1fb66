// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
public import Ledger
public import LedgerStore
import TransparencyLog
import Varlink

/// What an erasure is asked to delete, and by what right.
struct ErasureRequest {
    /// The most further texts that one call names.
    static let fieldLimit = ErasureExecuted.fieldLimit

    let person: Key
    let basis: String
    let approvedBy: String
    /// Sealed texts beside those that are known to concern the person.
    let fields: [SealedMember]
    let isDry: Bool

    /// Reads the parameters of io.jvledger.Admin.Erase.
    init(_ parameters: JSONObject) throws(VarlinkError) {
        guard let person = parameters["person"]?.text.flatMap({ Key($0) }) else {
            throw .invalidParameter("person")
        }
        guard let basis = parameters["basis"]?.text, !basis.isEmpty else { throw .invalidParameter("basis") }
        guard let approvedBy = parameters["approvedBy"]?.text, !approvedBy.isEmpty else {
            throw .invalidParameter("approvedBy")
        }
        let fields = (parameters["fields"]?.array ?? []).compactMap { item -> SealedMember? in
            guard let position = item.object?["position"]?.integer.flatMap({ UInt64(exactly: $0) }),
                let name = item.object?["field"]?.text
            else { return nil }
            return SealedMember(position: position, name: name)
        }
        guard Set(fields).count == fields.count, fields.count == parameters["fields"]?.array?.count ?? 0,
            fields.count <= Self.fieldLimit
        else {
            throw .invalidParameter("fields")
        }
        self.person = person
        self.basis = basis
        self.approvedBy = approvedBy
        self.fields = fields
        isDry = parameters["dryRun"]?.bool ?? false
    }
}

/// Deleting what is sealed of a person.
extension LedgerService {
    /// How often the database is tried to be cleaned before the caller is told that a reader keeps it from being so.
    private static let scrubAttempts = 50
    /// How long to wait between two tries.
    private static let scrubPause: Duration = .milliseconds(40)

    /// Deletes the texts and records it in one commit, then cleans the database's own log, before it answers.
    func erase(_ request: ErasureRequest, by caller: Caller) async throws(VarlinkError) -> JSONObject {
        let person = request.person
        guard published.state.exists(Subject(.person, person)) else {
            throw .notFound("there is no person \(person); jvctl person list shows who there is")
        }
        var extra = try reading { () throws(StoreFailure) in try sealed(request.fields) }
        try refuseOthers(extra, person, request.fields)
        // Those that concern the person are found anyway.
        extra.removeAll { $0.person == person }
        var erased: [ErasedField] = []
        var entries: [UInt64] = []
        // What was recorded of them while the first texts were being deleted is deleted too; after that the rules
        // refuse to record more.
        repeat {
            let found = try reading { () throws(StoreFailure) in
                try sealed(store.disclosures(ofPerson: person.text).map { SealedMember($0) })
            }
            let fields = (found + extra).map(\.field)
            extra = []
            let isKnown = published.state.records.erasedPeople[person] != nil
            guard !fields.isEmpty || !isKnown && entries.isEmpty else { break }
            let drafts = Self.drafts(request, fields)
            switch await writer.record(drafts, by: caller, channel: .erasure, isDry: request.isDry) {
            case .failure(let failure): throw VarlinkError(failure)
            case .success(let recorded):
                erased += fields
                if !request.isDry { entries += recorded.receipts.map(\.position) }
            }
        } while !request.isDry
        if !entries.isEmpty { onEvent(.erased(person, count: erased.count)) }
        let isScrubbed = request.isDry ? true : await scrub()
        if !isScrubbed { onEvent(.notScrubbed) }
        return answer(person, erased, entries, isScrubbed)
    }

    private func answer(
        _ person: Key,
        _ erased: [ErasedField],
        _ entries: [UInt64],
        _ isScrubbed: Bool
    ) -> JSONObject {
        let first = erased.map(\.position).min()
        let packs = first.map { published.state.records.packs(showing: $0) } ?? []
        return JSONObject([
            ("person", .string(person.text)),
            ("entries", .array(entries.map { .integer(Int64($0)) })),
            (
                "erased",
                .array(erased.map { ["position": .integer(Int64($0.position)), "field": .string($0.name)] })
            ),
            (
                "packs",
                .array(
                    packs.map {
                        [
                            "receiver": .string($0.receiver.text), "position": .integer(Int64($0.position)),
                            "size": .integer(Int64($0.size)),
                        ]
                    }
                )
            ),
            ("scrubbed", .bool(isScrubbed)),
        ])
    }

    /// As many entries as the texts take.
    private static func drafts(_ request: ErasureRequest, _ fields: [ErasedField]) -> [Draft] {
        var drafts: [Draft] = []
        var rest = fields[...]
        repeat {
            let items = rest.prefix(ErasureExecuted.fieldLimit)
            rest = rest.dropFirst(items.count)
            var data = JSONObject([
                ("basis", .string(request.basis)), ("approvedBy", .string(request.approvedBy)),
            ])
            if !items.isEmpty { data["fields"] = .array(items.map { .object($0.json) }) }
            drafts.append(
                Draft(type: ErasureExecuted.name, subject: "person/\(request.person)", data: data)
            )
        } while !rest.isEmpty
        return drafts
    }

    /// The sealed texts that are still there, with their digests and the person whom they concern.
    private func sealed(
        _ members: [SealedMember]
    ) throws(StoreFailure) -> [(field: ErasedField, person: Key?)] {
        var found: [(ErasedField, Key?)] = []
        for member in members {
            guard let entry = try store.entry(at: member.position)?.checked(),
                try store.disclosure(at: member.position, field: member.name) != nil,
                let digest = entry.sealedDigests.first(where: { $0.name == member.name })?.digest,
                let bytes = Base64.url.decode(digest), let hash = Digest(bytes: bytes)
            else { continue }
            let field = ErasedField(position: member.position, name: member.name, digest: hash.hexadecimal)
            found.append((field, entry.personConcerned))
        }
        return found
    }

    /// Refuses further texts that are not there, or that concern somebody else, whose hold would be passed over.
    private func refuseOthers(
        _ extra: [(field: ErasedField, person: Key?)],
        _ person: Key,
        _ asked: [SealedMember]
    ) throws(VarlinkError) {
        for member in asked {
            let found = extra.first { $0.field.position == member.position && $0.field.name == member.name }
            guard let found else {
                throw .notFound("entry \(member.position) has no sealed text \(member.name) to erase")
            }
            guard let other = found.person, other != person else { continue }
            throw .notFound(
                "entry \(member.position) concerns \(other), not \(person): erase \(other) instead"
            )
        }
    }

    /// Leaves no copy in the database's own files; false when it cannot be done now, such as while a reader needs the
    /// old pages.
    private func scrub() async -> Bool {
        for attempt in 1...Self.scrubAttempts {
            do throws(StoreFailure) {
                try store.scrub()
                return true
            } catch {
                guard error == .busy else {
                    alarm.hear(error)
                    return false
                }
                if attempt < Self.scrubAttempts { try? await Task.sleep(for: Self.scrubPause) }
            }
        }
        return false
    }

    /// Deletes again what the log says is erased, and leaves no copy of it: after a copy was put back, or after the
    /// power failed between an erasure and the cleaning.
    ///
    /// A reader of another program may keep the cleaning from being done; that is no reason not to start.
    static func eraseAgain(
        _ erased: some Sequence<SealedMember>,
        in store: any EventStore,
        _ onEvent: (LedgerEvent) -> Void
    ) throws(StoreFailure) {
        let keys = erased.map { DisclosureKey($0) }
        guard !keys.isEmpty else { return }
        let count = try store.erase(keys)
        if count > 0 { onEvent(.erasedAgain(count)) }
        do throws(StoreFailure) { try store.scrub() } catch {
            guard error == .busy else { throw error }
            onEvent(.notScrubbed)
        }
    }
}

extension ErasedField {
    fileprivate var json: JSONObject {
        JSONObject([
            ("position", .integer(Int64(position))), ("field", .string(name)), ("digest", .string(digest)),
        ])
    }
}

extension SealedMember {
    fileprivate init(_ key: DisclosureKey) { self.init(position: key.position, name: key.field) }
}

extension DisclosureKey {
    init(_ member: SealedMember) { self.init(position: member.position, field: member.name) }
}

extension Entry {
    /// The disclosures that the commit of an entry deletes.
    public var erasures: [DisclosureKey] {
        guard type == ErasureExecuted.typeName,
            let event = (try? Catalogue.event(of: self)) as? ErasureExecuted
        else { return [] }
        return event.fields.map { DisclosureKey(position: $0.position, field: $0.name) }
    }
}

extension Channel {
    /// What a caller needs to record by it.
    var right: Right {
        switch self {
        case .recording, .daemon: .record
        case .erasure: .erase
        case .export: .export
        }
    }
}
