// SPDX-License-Identifier: Apache-2.0

/// The stages that a thing has gone through, in the order of recording.
public struct Stages<Status: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
    /// A change of status.
    public struct Stage: Hashable, Codable, Sendable {
        /// What the thing became.
        public let status: Status
        /// When.
        public let happening: Happening
    }

    /// The first change, with which the thing came to be.
    public let first: Stage
    /// The changes after it.
    public private(set) var later: [Stage] = []

    /// A thing begins.
    init(_ status: Status, _ happening: Happening) { first = Stage(status: status, happening: happening) }

    /// All changes.
    public var all: [Stage] { [first] + later }

    /// The last change.
    public var last: Stage { later.last ?? first }

    /// The last change that had or may have happened at an instant, and whether that is certain: dates may be
    /// imprecise.
    public func at(_ t: Timestamp) -> (stage: Stage, truth: Truth)? {
        let certain = all.last { $0.happening.happened(at: t) == .yes }
        let possible = all.last { $0.happening.happened(at: t) != .no }
        return possible.map { ($0, certain == $0 ? .yes : .possibly) }
    }

    /// When the thing last became this; nil when it never did.
    func happening(of status: Status) -> Happening? { all.last { $0.status == status }?.happening }

    /// Notes a change.
    mutating func become(_ status: Status, _ entry: Entry) {
        later.append(Stage(status: status, happening: Happening(entry)))
    }
}
