// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStore
import Varlink

/// An entry as a view lets it stand.
struct StandingEntry {
    /// The entry, with its last correction in force.
    let entry: Entry
    /// Whether it was retracted and no longer counts; it is then as it was recorded.
    let isRetracted: Bool
}

extension LedgerService {
    /// The types that have a place in the journey, in full.
    private static let journeyTypes = Set(
        Catalogue.types.filter { $0 is any JourneyEvent.Type }.map { $0.typeName }
    )
    private static let amendingTypes: Set = [EntryCorrected.typeName, EntryRetracted.typeName]

    /// The corrections and retractions that a view knows of.
    func overlay(in view: View) throws(VarlinkError) -> Overlay {
        var overlay = Overlay()
        guard !published.state.amendments.isEmpty else { return overlay }
        for position in try positions(of: Self.amendingTypes, in: view) {
            overlay.add(try recordedEntry(at: position))
        }
        return overlay
    }

    /// An entry as it stands.
    func standing(_ position: UInt64, _ overlay: Overlay) throws(VarlinkError) -> StandingEntry {
        let recorded = try recordedEntry(at: position)
        guard let standing = overlay.standing(recorded) else {
            return StandingEntry(entry: recorded, isRetracted: true)
        }
        return StandingEntry(entry: standing, isRetracted: false)
    }

    /// The journey made of the entries of a view that stand and that `counts` lets in, as they were recorded.
    func journey(in view: View, where counts: (Entry) -> Bool) throws(VarlinkError) -> Journey {
        var journey = Journey()
        let overlay = try overlay(in: view)
        for position in try positions(of: Self.journeyTypes, in: view) {
            let recorded = try recordedEntry(at: position)
            guard counts(recorded), let standing = overlay.standing(recorded),
                let event = try? Catalogue.event(of: standing)
            else { continue }
            journey.add(standing, event)
        }
        return journey
    }

    /// The positions below the view's size that have an entry of one of these types, ascending.
    private func positions(of types: Set<String>, in view: View) throws(VarlinkError) -> [UInt64] {
        let size = view.state.size
        var positions: [UInt64] = []
        var next: UInt64 = 0
        do throws(StoreFailure) {
            while next < size {
                let keys = try store.keys(
                    from: next,
                    limit: Int(min(size - next, UInt64(StoreLimits.pageRows)))
                )
                guard !keys.isEmpty else { break }
                for (offset, key) in keys.enumerated() where types.contains(key.type) {
                    positions.append(next + UInt64(offset))
                }
                next += UInt64(keys.count)
            }
        } catch { throw unreadable(error) }
        return positions
    }

    private func recordedEntry(at position: UInt64) throws(VarlinkError) -> Entry {
        do throws(StoreFailure) {
            guard let stored = try store.entry(at: position) else {
                throw .damaged(position: position, reason: "the entry is missing")
            }
            return try stored.checked()
        } catch { throw unreadable(error) }
    }
}
