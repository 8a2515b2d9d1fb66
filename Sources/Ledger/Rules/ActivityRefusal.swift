// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern boundary spanning, advice, learning and benefits.
public enum ActivityRefusal: Hashable, Sendable {
    /// An action across a boundary names the same organisation on both sides.
    case connectsItself(Key)
    /// Advice is sought from the organisation that seeks it.
    case asksItself(Key)
    /// No action stands whose outcome this could be.
    case noAction(Key)
    /// What this goes on from no longer stands.
    case nothingToContinue(Subject)
    /// It ends before the beginning of what it goes on from.
    case beforeItBegan(Subject, began: EDTF)
    /// The barrier is gone.
    case barrierRemoved(Key)
    /// The assignment had ended.
    case roleEnded(Key)
    /// Something is scheduled without a planned date.
    case scheduledIsNotPlanned
    /// Something that was held has a planned date.
    case heldIsPlanned
}

extension ActivityRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .connectsItself: .boundaryBetweenTwo
        case .asksItself: .seekerIsNotSource
        case .noAction: .outcomeOfRecordedAction
        case .nothingToContinue, .beforeItBegan, .barrierRemoved: .lifeAllows
        case .roleEnded: .endedRoleCannotAct
        case .scheduledIsNotPlanned, .heldIsPlanned: .scheduledIsPlanned
        }
    }

    var message: String {
        switch self {
        case .connectsItself(let key):
            "fromOrganisation and toOrganisation are both \(key); name the two different ones it connects"
        case .asksItself(let key): "seeker and source are both \(key); name another organisation as source"
        case .noAction(let key): "boundary/\(key) has no recorded action that stands"
        case .nothingToContinue(let subject): "\(subject) has no beginning that stands"
        case .beforeItBegan(let subject, let began): "\(subject) began later, \(began.short)"
        case .barrierRemoved(let key): "barrier/\(key) has been removed; identify it anew if it is back"
        case .roleEnded(let key):
            "assignment/\(key) had ended by then; name one that had not, or give the date of the act"
        case .scheduledIsNotPlanned: "what is scheduled needs occurred with its date and the basis planned"
        case .heldIsPlanned: "what was held has happened; what is planned is scheduled"
        }
    }

    var next: [String] {
        switch self {
        case .noAction: ["jvctl record boundary.action.recorded"]
        case .barrierRemoved: ["jvctl record barrier.identified"]
        case .heldIsPlanned: ["jvctl record knowledge.event.scheduled"]
        case .nothingToContinue(let subject): ["jvctl log \(subject)"]
        case .connectsItself, .asksItself, .beforeItBegan, .roleEnded, .scheduledIsNotPlanned: []
        }
    }
}
