// SPDX-License-Identifier: Apache-2.0

/// Advice that was sought, and what was given.
public struct Advice: Hashable, Codable, Sendable {
    /// Who sought it from whom, and on what.
    public let request: Recorded<AdviceRequested>
    /// What was given, in the order of recording.
    public internal(set) var answers: [Recorded<AdviceGiven>] = []
    /// How far it was followed, in the order of recording.
    public internal(set) var followings: [Recorded<AdviceFollowed>] = []

    init(_ request: Recorded<AdviceRequested>) { self.request = request }
}
