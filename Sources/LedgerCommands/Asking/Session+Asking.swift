// SPDX-License-Identifier: Apache-2.0

extension Session {
    /// What asks for the fields of a type that are missing; nil when there is nobody to ask.
    public func interview(_ type: String) async throws(Complaint) -> Interview? {
        guard let asker = settings.asker else { return nil }
        return Interview(asker, try await describe(type))
    }

    /// Asks whether to go on; the end of the input counts as no.
    func confirms(_ question: String, _ asker: LineReader) -> Bool {
        let answer = asker.ask("\(question) [y/N] ")?.trimmed.lowercased()
        return answer == "y" || answer == "yes"
    }
}
