// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// The words of the ledger that can stand in a place of the command line, for a shell to complete.
///
/// Whatever goes wrong, there are just none: who is typing did not ask for anything.
public enum LiveWords: Hashable, Sendable {
    /// How many lists are asked for at once, at most.
    static let listsMax = 3

    /// The keys of things of these kinds.
    case keys([KeyKind])
    /// Things of these kinds, as `KIND/KEY`.
    case references([KeyKind])
    /// Types of entries, such as `decision.adopted`.
    case types

    /// How the words are found out.
    enum Plan: Hashable, Sendable {
        /// They are these.
        case known([String])
        /// They are in these lists, or are the keys of these kinds, with what stands before each.
        case ask([Question])
    }

    /// A list to ask for.
    struct Question: Hashable, Sendable {
        let list: KeyList
        /// The kind whose keys it is asked for; nil when every word in it will do.
        let kind: KeyKind?
        /// What stands before each key.
        let mark: String

        /// The words in the answer.
        func words(in reply: JSONObject) -> [String] {
            (kind?.keys(in: reply) ?? list.texts(in: reply)).map { mark + $0 }
        }
    }

    /// How to find out the words that go on with what is typed.
    ///
    /// While many kinds may be meant by a reference, only these are offered.
    func plan(_ typed: String) -> Plan {
        switch self {
        case .types: return .ask([Question(list: .types, kind: nil, mark: "")])
        case .keys(let kinds): return .ask(kinds.map { Question(list: $0.list, kind: $0, mark: "") })
        case .references(let kinds):
            let meant = kinds.filter { kind in
                let mark = "\(kind.rawValue)/"
                return mark.hasPrefix(typed) || typed.hasPrefix(mark)
            }
            guard meant.count <= Self.listsMax else { return .known(meant.map { "\($0.rawValue)/" }) }
            return .ask(meant.map { Question(list: $0.list, kind: $0, mark: "\($0.rawValue)/") })
        }
    }

    /// The words for a line, from the ledger that it asks.
    public func words(for line: CompletionLine) async -> [String] {
        switch plan(line.typed) {
        case .known(let words): return line.continued(by: words)
        case .ask(let questions):
            guard let settings = line.settings, let session = try? await Session.connect(settings) else {
                return []
            }
            var words: [String] = []
            for question in questions {
                let reply = try? await session.call(question.list.method, question.list.parameters)
                words += reply.map(question.words) ?? []
            }
            await session.close()
            return line.continued(by: words)
        }
    }
}
