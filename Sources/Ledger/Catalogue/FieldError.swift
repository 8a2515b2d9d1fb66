// SPDX-License-Identifier: Apache-2.0

/// A field of an event that is not what its type declares.
public struct FieldError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with it.
    public enum Problem: Hashable, Sendable {
        case missing
        case undeclared
        case notA(String)
        case outOfRange(ClosedRange<Int64>)
        case notOneOf([String])
        case notAKey
        case notADate(String)
        case tooLong(limit: Int)
        case tooMany(limit: Int)
        case notASubject([SubjectKind])
    }

    /// Where: names and indices below `data`, joined by dots.
    public let path: String
    /// What is wrong there.
    public let problem: Problem

    /// Says what is wrong where.
    public init(_ path: String, _ problem: Problem) {
        self.path = path
        self.problem = problem
    }

    public var description: String {
        switch problem {
        case .missing: "\(path) is missing"
        case .undeclared: "\(path) is not a field of this type"
        case .notA(let what): "\(path) is not \(what)"
        case .outOfRange(let range): "\(path) is not within \(range.lowerBound) to \(range.upperBound)"
        case .notOneOf(let choices): "\(path) is none of \(choices.joined(separator: ", "))"
        case .notAKey:
            "\(path) is not a key (letters, digits, dots and dashes, at most 64, not starting with . or -)"
        case .notADate(let reason): "\(path) is not a date: \(reason)"
        case .tooLong(let limit): "\(path) is longer than \(limit) bytes"
        case .tooMany(let limit): "\(path) has more than \(limit) items"
        case .notASubject(let kinds):
            "\(path) is not KIND/KEY with KIND one of \(kinds.map(\.rawValue).joined(separator: ", "))"
        }
    }
}
