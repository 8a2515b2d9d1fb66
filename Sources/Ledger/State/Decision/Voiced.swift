// SPDX-License-Identifier: Apache-2.0

/// What an organisation said, when, and how the ledger knows.
public struct Voiced<Content: Event & Codable & Hashable>: Hashable, Codable, Sendable {
    /// What it said.
    public let content: Content
    /// When.
    public let happening: Happening
    /// Whether it recorded that here itself, or somebody else reports it.
    public let mode: PartnerPosition.Mode

    /// What this entry says an organisation said.
    init(_ content: Content, by organisation: Key, _ entry: Entry) {
        self.content = content
        happening = Happening(entry)
        mode = entry.onBehalfOf == organisation ? .given : .reported
    }
}
