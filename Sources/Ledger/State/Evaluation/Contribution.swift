// SPDX-License-Identifier: Apache-2.0

/// What an organisation committed itself to pay, and what it paid.
public struct Contribution: Hashable, Codable, Sendable {
    /// The commitment.
    public let committed: Recorded<ContributionCommitted>
    /// The payments, in the order of recording.
    public internal(set) var payments: [Recorded<ContributionPaid>] = []

    init(_ committed: Recorded<ContributionCommitted>) { self.committed = committed }
}
