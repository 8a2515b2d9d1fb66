// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
public import Ledger
import LedgerAPI
import LedgerStore
public import Varlink

/// Answers an interface all of whose methods are questions declared in `Ledger`.
public struct InquiryInterface: VarlinkInterface {
    public let description: InterfaceDescription
    private let service: LedgerService
    private let family: InquiryFamily

    /// Serves a family of questions.
    public init(_ service: LedgerService, _ family: InquiryFamily, text: String) {
        self.service = service
        self.family = family
        description = InterfaceDescription(builtIn: text)
    }

    /// The interfaces all of whose methods are such questions.
    public static func all(_ service: LedgerService) -> [InquiryInterface] {
        [
            InquiryInterface(service, .evaluation, text: Interfaces.evaluation),
            InquiryInterface(service, .learning, text: Interfaces.learning),
            InquiryInterface(service, .audit, text: Interfaces.audit),
        ]
    }

    public func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError)
        -> JSONObject
    {
        let view = try await service.view(call.parameters, for: peer, call.method)
        return try await service.answer(call, of: family, in: view)
    }
}

extension LedgerService {
    /// Answers a question that is declared in `Ledger`.
    func answer(
        _ call: Call,
        of family: InquiryFamily,
        in view: View
    ) async throws(VarlinkError) -> JSONObject {
        guard let inquiry = family.inquiry(named: call.name) else { throw .methodNotImplemented(call.method) }
        return try await answer(inquiry, call.parameters, in: view)
    }

    private func answer<Question: Inquiry>(
        _ type: Question.Type,
        _ parameters: JSONObject,
        in view: View
    ) async throws(VarlinkError) -> JSONObject {
        let (question, references): (Question, [Subject])
        do { (question, references) = try type.asked(parameters) } catch {
            throw .badQuestion(error.path, "\(error)")
        }
        for subject in references where !view.state.exists(subject) {
            guard let absence = absence(of: subject, parameters) else {
                throw .notFound("there is no \(subject)")
            }
            return view.reply(["rows": [], "figures": []], note: absence)
        }
        let answer = try await report(question, view)
        return view.reply(
            [
                "rows": .list(answer.rows) { row in
                    .members(type.columns.map { ($0.name, $0.json(of: row, in: view)) })
                },
                "figures": .list(answer.figures) { $0.json },
            ],
            note: answer.note
        )
    }
}

extension LedgerService {
    private func report<Question: Inquiry>(
        _ question: Question,
        _ view: View
    ) async throws(VarlinkError) -> Report<Question.Row> {
        guard let comparing = question as? any ComparingInquiry else {
            return try having(question, view).answer(in: World(view.state, at: view.instant))
        }
        let before = try await world(comparing.before, parameter: "from", view)
        let after = try await world(comparing.after, parameter: "to", view)
        return Self.compare(question, before, after)
    }

    private static func compare<Question: Inquiry>(
        _ question: Question,
        _ before: World,
        _ after: World
    ) -> Report<Question.Row> {
        func compared<Comparing: ComparingInquiry>(_ comparing: Comparing) -> Report<Question.Row>? {
            comparing.answer(from: before, to: after) as? Report<Question.Row>
        }
        guard let comparing = question as? any ComparingInquiry else { return Report([]) }
        return compared(comparing) ?? Report([])
    }

    /// The world at a date as best known now, or as the ledger held it at `@POSITION` or `checkpoint:SIZE`.
    private func world(_ text: String?, parameter: String, _ view: View) async throws(VarlinkError) -> World {
        guard let text else { return World(view.state, at: view.instant) }
        let isKnown = text.hasPrefix("@") || text.hasPrefix("checkpoint:")
        let asked = JSONObject([(isKnown ? "knownAt" : "validAt", .string(text))])
        let asking: Question
        do { asking = try Question(asked) } catch {
            throw .badQuestion(parameter, "\(text) is no date, @POSITION or checkpoint:SIZE")
        }
        let other = try await self.view(asking, as: view)
        return World(other.state, at: other.instant)
    }

    /// A question with the history that it asks for.
    private func having<Question: Inquiry>(_ question: Question, _ view: View) throws(VarlinkError)
        -> Question
    {
        do {
            return try question.having { body throws(StoreFailure) in
                try store.forEachEntry(from: 0, below: view.state.size) { stored throws(StoreFailure) in
                    body(try stored.checked())
                }
            }
        } catch { throw unreadable(error) }
    }
}

extension Column {
    /// What a row holds there, as the answer has it; lists and flags are always there.
    func json(of row: Row, in view: View) -> JSON? {
        switch cell(row) {
        case nil: nil
        case .word(let word): .string(word)
        case .text(let text): text.json(in: view)
        case .texts(let texts): .array(texts.compactMap { $0.json(in: view) })
        case .number(let number): .integer(number)
        case .flag(let flag): .bool(flag)
        case .words(let words): .list(words) { .string($0) }
        case .party(let key): view.party(key)
        case .parties(let keys): view.parties(keys)
        case .person(let key): view.person(key)
        case .people(let keys): .list(keys, view.person)
        case .money(let money): money.json
        case .positions(let positions): .positions(positions)
        }
    }
}

extension Figure {
    fileprivate var json: JSON {
        .members([
            "name": .string(name),
            "value": value.map { .string($0) },
            "meaning": meaning.map { .string($0) },
            "entries": .positions(entries),
        ])
    }
}

extension View {
    /// A person by what they do; the key and the name only for callers whom the policy lets see them.
    func person(_ key: Key) -> JSON {
        let person = state.person(key)
        let isSeen = texts.mayNamePeople
        return .members([
            "label": person?.label.json(in: self),
            "key": isSeen ? key.json : nil,
            "name": isSeen ? person?.name.json(in: self) : nil,
            "erased": isSeen ? isErased(key) : nil,
        ])
    }

    /// True, if what was sealed of a person was erased; else nil.
    func isErased(_ key: Key) -> JSON? { state.records.erasedPeople[key].map { _ in true } }
}
