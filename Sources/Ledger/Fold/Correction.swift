// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// A call in which one entry was not acceptable.
public struct Rejected: Error, Hashable, Sendable {
    /// Which entry of the call, from 0.
    public let index: Int
    /// Why.
    public let rejection: Rejection

    /// Says which entry and why.
    public init(index: Int, rejection: Rejection) {
        self.index = index
        self.rejection = rejection
    }
}

/// What a call changes: the state after it, and its entries as they are to be recorded.
public struct Outcome: Sendable {
    /// The state after the call.
    public var state: State
    /// The entries, in order.
    public var accepted: [Accepted]
}

extension State {
    /// Whether an entry corrects or retracts another, so that history must be folded again.
    public static func concernsHistory(_ entry: Entry) -> Bool {
        entry.type == EntryCorrected.typeName || entry.type == EntryRetracted.typeName
    }

    /// Decides a call of entries that concern only what comes after them.
    public func deciding(_ call: [Entry]) throws(Rejected) -> Outcome {
        var outcome = Outcome(state: self, accepted: [])
        outcome.accepted.reserveCapacity(call.count)
        for (index, entry) in call.enumerated() {
            do {
                let accepted = try outcome.state.decide(entry)
                outcome.state.apply(accepted.entry, accepted.event)
                outcome.accepted.append(accepted)
            } catch { throw Rejected(index: index, rejection: error) }
        }
        return outcome
    }

    /// Decides a call that corrects history, which `visit` walks through from its first entry.
    ///
    /// History is folded again with the corrections in force, and every later entry is held to the rules again. If
    /// one that stands would now be refused, the correction is refused and names it, unless the same call corrects
    /// that one too. What the rules of today would refuse with or without the correction was recorded under older
    /// rules, and stands.
    public func correcting<Failure: Error>(
        _ call: [Entry],
        _ visit: (_ body: (Entry) -> Void) throws(Failure) -> Void
    ) throws(Failure) -> Result<Outcome, Rejected> {
        var overlay = Overlay()
        let named = Set(call.compactMap(Self.target))
        var targets: [UInt64: Entry] = [:]
        try visit { entry in
            overlay.add(entry)
            if named.contains(entry.position) { targets[entry.position] = entry }
        }
        let before = overlay
        for (index, entry) in call.enumerated() where Self.concernsHistory(entry) {
            do {
                try checkCorrection(entry, targets, overlay)
                overlay.add(entry)
            } catch { return .failure(Rejected(index: index, rejection: error)) }
        }
        var fold = Fold(overlay, rulesAfter: named.min())
        try visit { fold.add($0) }
        if let fallen = try Self.firstFallen(fold, before, named, visit) {
            let index = call.firstIndex { Self.concernsHistory($0) } ?? 0
            return .failure(Rejected(index: index, rejection: Self.rejection(of: fallen, named)))
        }
        do throws(Rejected) { return .success(try fold.state.deciding(call)) } catch {
            return .failure(error)
        }
    }

    /// The first entry that falls because of the corrections.
    private static func firstFallen<Failure: Error>(
        _ fold: Fold,
        _ before: Overlay,
        _ named: Set<UInt64>,
        _ visit: (_ body: (Entry) -> Void) throws(Failure) -> Void
    ) throws(Failure) -> Fold.Fallen? {
        guard !fold.fallen.isEmpty else { return nil }
        var uncorrected = Fold(before, rulesAfter: named.min())
        try visit { uncorrected.add($0) }
        let fellBefore = Set(uncorrected.fallen.map(\.position)).subtracting(named)
        return fold.fallen.first { !fellBefore.contains($0.position) }
    }

    private static func rejection(of fallen: Fold.Fallen, _ named: Set<UInt64>) -> Rejection {
        guard !named.contains(fallen.position) else { return fallen.rejection }
        let reason: String
        switch fallen.rejection {
        case .invalid(let error): reason = "\(error)"
        case .refused(let refusal): reason = refusal.message
        }
        return .refused(
            .entry(.laterEntryStands(position: fallen.position, type: fallen.type, reason: reason))
        )
    }

    /// The position that a correction or retraction names.
    static func target(_ entry: Entry) -> UInt64? {
        guard concernsHistory(entry) else { return nil }
        return entry.data["entry"]?.integer.flatMap { UInt64(exactly: $0) }
    }
}
