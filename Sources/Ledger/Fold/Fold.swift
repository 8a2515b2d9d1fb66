// SPDX-License-Identifier: Apache-2.0

/// Makes the state from entries, with later corrections already in force.
public struct Fold: Sendable {
    /// An entry that the rules would not let be recorded again.
    public struct Fallen: Hashable, Sendable {
        /// Its position.
        public let position: UInt64
        /// Its type.
        public let type: String
        /// Why.
        public let rejection: Rejection
    }

    /// What follows from the entries so far.
    public internal(set) var state = State()
    /// The entries that the rules would now refuse, by position, when they are run again.
    public private(set) var fallen: [Fallen] = []
    private let overlay: Overlay
    private let rulesAfter: UInt64?

    /// Begins with nothing.
    ///
    /// Entries above `rulesAfter` are held to the rules again.
    public init(_ overlay: Overlay = Overlay(), rulesAfter: UInt64? = nil) {
        self.overlay = overlay
        self.rulesAfter = rulesAfter
    }

    /// Begins with what follows from earlier entries, none of which is corrected by those to come.
    public init(resuming state: State) {
        self.init()
        self.state = state
    }

    /// Takes in the next entry.
    public mutating func add(_ entry: Entry) { add(TypedEntry(entry)) }

    /// Takes in the next entry, of which is read already what it says.
    public mutating func add(_ typed: TypedEntry) {
        let entry = typed.entry
        guard let standing = overlay.standing(entry) else {
            state.apply(entry, nil)
            return
        }
        if let rulesAfter, entry.position >= rulesAfter {
            do { _ = try state.decide(standing) } catch {
                fallen.append(Fallen(position: entry.position, type: entry.type, rejection: error))
            }
        }
        state.apply(standing, overlay.leaves(entry) ? typed.event : try? Catalogue.event(of: standing))
    }
}

extension State {
    /// The state after a history, which `visit` walks through from its first entry, as often as it is called.
    ///
    /// Entries that `include` refuses are passed over; it is asked about an entry as it stands, with its correction in
    /// force.
    public static func replayed<Failure: Error>(
        where include: @escaping (Entry) -> Bool = { _ in true },
        _ visit: (_ body: (TypedEntry) -> Void) throws(Failure) -> Void
    ) throws(Failure) -> State {
        var replay = Replay(where: include)
        repeat { try visit { replay.add($0) } } while replay.goesOn()
        return replay.state
    }
}
