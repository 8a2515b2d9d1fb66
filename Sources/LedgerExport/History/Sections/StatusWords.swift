// SPDX-License-Identifier: Apache-2.0

/// The words of answers, for readers who do not know the interface.
///
/// A word that this version does not know stays as it is.
enum StatusWords {
    /// Where a decision stands.
    static func status(_ row: HistoryRow) -> String {
        let word = row.text("status") ?? "unknown"
        let certainty = row.text("certainty") == "possibly" ? "possibly " : ""
        return certainty + (statuses[word] ?? word)
    }

    /// What became of a decision, in its course.
    static func change(_ word: String) -> String { statuses[word] ?? word }

    /// What else is to be known of where it stands.
    static func flag(_ word: String) -> String {
        switch word {
        case "unratified": "It was decided in urgency and has not been ratified in time."
        case "calledIn": "It is called in, and suspended."
        case "blocked": "Carrying it out is blocked."
        case "reviewOverdue": "Its review is overdue."
        default: word
        }
    }

    /// What is wrong or doubtful about an authority.
    static func finding(_ word: String) -> String {
        switch word {
        case "unnamed": "nobody is named as having the authority"
        case "ended": "the role had ended"
        case "mayHaveEnded": "the role may have ended"
        case "otherOrganisation": "the role acts for others"
        case "noVote": "a seat without a vote"
        case "lapsed": "the delegation was not in force"
        case "otherHolder": "it is delegated to somebody else"
        case "inquorate": "the meeting was not quorate"
        case "conflicted": "in spite of a conflict of interest"
        default: word
        }
    }

    /// Something said or done about a decision.
    static func act(_ word: String) -> String {
        switch word {
        case "calledIn": "called in"
        case "setAside": "set aside"
        case "urgent": "decided in urgency"
        case "refused": "ratification refused"
        case "support": "supports"
        case "accept": "accepts"
        case "object": "objects"
        case "abstain": "abstains"
        case "withheld": "withheld from publication"
        case "milestone": "reached"
        default: word
        }
    }

    /// Words of the interface that are two words, as two: `jointVenture` is `joint venture`.
    static func plain(_ word: String) -> String {
        word.reduce(into: "") { text, character in
            if character.isUppercase, character.isASCII {
                text += " " + character.lowercased()
            } else {
                text.append(character)
            }
        }
    }

    private static let statuses = [
        "calledIn": "called in", "setAside": "set aside", "urgent": "decided in urgency", "lapsed": "lapsed",
        "implementing": "being carried out", "implemented": "carried out",
    ]
}
