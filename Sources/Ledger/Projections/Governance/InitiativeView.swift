// SPDX-License-Identifier: Apache-2.0

/// An initiative at an instant.
public struct InitiativeView: Hashable, Sendable {
    /// Its key.
    public let key: Key
    /// What it is called.
    public let title: Text?
    /// What it is for.
    public let purpose: Text?
    /// Where it stood.
    public let status: InitiativeStatus
    /// Whether that is certain: possibly when this or the next step is dated too imprecisely to say.
    public let truth: Truth
    /// What became of it until then, in the order of recording; the last that may have happened is included.
    public let history: [Initiative.Change]
}

extension State {
    /// Every initiative that had or may have begun at an instant, by key.
    public func initiatives(validAt t: Timestamp) -> [InitiativeView] {
        governance.initiatives.keys.sorted().compactMap { initiative($0, validAt: t) }
    }

    /// An initiative at an instant; nil when it had certainly not begun.
    public func initiative(_ key: Key, validAt t: Timestamp) -> InitiativeView? {
        guard let initiative = governance.initiatives[key] else { return nil }
        let history = initiative.changes.filter { $0.date.bounds.isAtOrBefore(t) != .no }
        let certain = history.last { $0.date.bounds.isAtOrBefore(t) == .yes }
        guard let current = certain ?? history.first else { return nil }
        return InitiativeView(
            key: key,
            title: initiative.title,
            purpose: initiative.purpose,
            status: current.status,
            truth: certain != nil && current == history.last ? .yes : .possibly,
            history: history
        )
    }
}
