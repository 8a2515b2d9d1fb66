// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

/// A verb that asks a question whose answer is a table, and says nothing but what it asks and what it shows.
protocol InquiryVerb: LedgerVerb {
    /// The method, in full.
    static var method: String { get }
    /// The headings, and the member of a row below each.
    static var columns: AnswerColumns { get }
    /// What to say when there are no rows.
    static var none: String { get }
    /// As of when it is asked.
    var asOf: AsOfOptions { get }
    /// What is asked for; what is nil is left out.
    var parameters: KeyValuePairs<String, JSON?> { get }
}

extension InquiryVerb {
    var parameters: KeyValuePairs<String, JSON?> { [:] }

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(Self.method, parameters, asOf.settings)
        try session.answer(reply, Self.columns, orNone: Self.none, asOf.settings)
    }
}
