// SPDX-License-Identifier: Apache-2.0

/// How far a practice has come on its way to others.
public enum PracticeStatus: String, CaseIterable, Codable, Sendable {
    /// Its author has put it forward.
    case submitted
    /// It was given back to its author.
    case returned
    /// Somebody other than its author has found it sound.
    case validated
    /// Others may take it up.
    case published
    /// It is no longer recommended.
    case retired

    /// What may come next.
    var next: [PracticeStatus] {
        switch self {
        case .submitted: [.validated, .returned, .retired]
        case .returned: [.submitted, .retired]
        case .validated: [.returned, .published, .retired]
        case .published: [.retired]
        case .retired: []
        }
    }
}

/// A way of doing something that solved a problem, and who has taken it up.
public struct Practice: Hashable, Codable, Sendable {
    /// What it is, as last submitted.
    public internal(set) var submitted: Recorded<PracticeSubmitted>
    /// What was submitted before and returned, in the order of recording.
    public internal(set) var earlier: [Recorded<PracticeSubmitted>] = []
    /// The stages that it went through.
    public internal(set) var stages: Stages<PracticeStatus>
    /// Who used it, in the order of recording.
    public internal(set) var uses: [Recorded<PracticeUsed>] = []
    /// How users judged it, in the order of recording.
    public internal(set) var ratings: [Recorded<PracticeRated>] = []
    /// Who took it up, in the order of recording.
    public internal(set) var adoptions: [PracticeAdoption] = []

    init(_ submitted: Recorded<PracticeSubmitted>) {
        self.submitted = submitted
        stages = Stages(.submitted, submitted.happening)
    }

    /// What it was by an instant: of what had or may have been submitted by then the last.
    public func submission(at t: Timestamp) -> Recorded<PracticeSubmitted>? {
        (earlier + [submitted]).last { $0.happening.happened(at: t) != .no }
    }

    /// How far it has come, as now known.
    public var status: PracticeStatus { stages.last.status }

    /// When it was published; nil while it is not.
    public var published: Happening? { stages.happening(of: .published) }

    /// When it was retired; nil while it is not.
    public var retired: Happening? { stages.happening(of: .retired) }

    /// The place of the adoption by an organisation, for a service if one is named, that has not been
    /// abandoned.
    func standingAdoption(by organisation: Key, for service: Key?) -> Int? {
        adoptions.lastIndex { adoption in
            let content = adoption.adopted.content
            return adoption.abandoned == nil && content.organisation == organisation
                && (service == nil || content.service == service)
        }
    }
}

/// That an organisation took up the practice of another.
public struct PracticeAdoption: Hashable, Codable, Sendable {
    /// How it was taken up.
    public let adopted: Recorded<PracticeAdopted>
    /// That it was given up again.
    public internal(set) var abandoned: Recorded<PracticeAbandoned>?

    init(_ adopted: Recorded<PracticeAdopted>) { self.adopted = adopted }
}

extension State {
    /// A practice, by its key.
    public func practice(_ key: Key) -> Practice? { learning.practices[key] }
}
