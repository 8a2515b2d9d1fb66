// SPDX-License-Identifier: Apache-2.0

/// Why a decision history cannot be made.
public enum HistoryFailure: Error, Hashable, Sendable {
    /// More decisions than a page holds.
    case tooManyDecisions(Int)
    /// The page would be longer than a page may be.
    case tooLong(bytes: Int)
    /// A template of this program cannot be read.
    case template(String)
}

extension HistoryFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooManyDecisions(let count):
            "one page holds at most \(DecisionHistory.decisionLimit) decisions, and these are \(count): name some with "
                + "--decision KEY, and write a page for each group"
        case .tooLong(let bytes):
            "the page would have \(bytes) bytes, and one may have \(DecisionHistory.byteLimit): name fewer decisions with "
                + "--decision KEY"
        case .template(let problem): "the template of the page cannot be used: \(problem)"
        }
    }
}
