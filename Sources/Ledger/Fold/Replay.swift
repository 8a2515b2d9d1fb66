// SPDX-License-Identifier: Apache-2.0

/// Makes the state from a history that is walked through from its first entry, in as many passes as it takes.
///
/// One without corrections is walked through once; one with them twice, because what was recorded late bears on what was
/// recorded early.
public struct Replay {
    private var overlay = Overlay()
    private var fold = Fold()
    private var isLast = false
    private let include: (Entry) -> Bool

    /// Begins the first pass; entries that `include` refuses are passed over.
    public init(where include: @escaping (Entry) -> Bool = { _ in true }) { self.include = include }

    /// What follows from the entries of this pass so far.
    ///
    /// May be set to an equal one that takes less memory.
    public var state: State {
        get { fold.state }
        set { fold.state = newValue }
    }

    /// Takes in the next entry of a pass.
    public mutating func add(_ typed: TypedEntry) {
        if !isLast { overlay.add(typed.entry) }
        let standing = isLast ? overlay.standing(typed.entry) ?? typed.entry : typed.entry
        if include(standing) { fold.add(typed) }
    }

    /// Ends a pass, and says whether there must be another.
    public mutating func goesOn() -> Bool {
        guard !isLast, !overlay.isEmpty else { return false }
        isLast = true
        fold = Fold(overlay)
        return true
    }
}
