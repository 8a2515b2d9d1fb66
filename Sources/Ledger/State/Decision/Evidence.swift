// SPDX-License-Identifier: Apache-2.0

/// Something that statements rest on.
public struct Evidence: Hashable, Codable, Sendable {
    /// What it is called.
    public let title: Text
    /// What it is.
    public let kind: EvidenceKind
    /// Where it is found.
    public let location: Text?
    /// When it was written or published.
    public let dated: EDTF?
    /// The entry that registered it.
    public let position: UInt64
    /// When it was registered.
    public let happening: Happening
    /// What it was judged to be worth, in the order of recording.
    public internal(set) var appraisals: [Recorded<EvidenceAppraised>] = []
    /// That it was withdrawn; nil while nobody says so.
    public internal(set) var retraction: Recorded<EvidenceRetracted>?

    /// The latest appraisal that had or may have been made at `t`.
    public func appraisal(at t: Timestamp) -> Recorded<EvidenceAppraised>? {
        appraisals.filter { $0.happening.happened(at: t) != .no }
            .max { Happening.inOrder($0.happening, $1.happening) }
    }
}
