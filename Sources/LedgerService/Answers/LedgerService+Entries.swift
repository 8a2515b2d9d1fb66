// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import HashTreeCollections
import Ledger
import LedgerStore
import Varlink

extension LedgerService {
    /// The types that have a place in the journey, in full.
    private static let journeyTypes = Set(
        Catalogue.types.filter { $0 is any JourneyEvent.Type }.map { $0.typeName }
    )

    /// An entry of a view, with the correction that the view knows of in force; a retracted one as it was recorded.
    func entry(at position: UInt64, in view: View) throws(VarlinkError) -> Entry {
        corrected(try recorded(at: position), in: view)
    }

    /// The journey made of the entries of a view that stand and that `counts` lets in.
    func journey(in view: View, where counts: (Entry) -> Bool) throws(VarlinkError) -> Journey {
        var journey = Journey()
        for position in try journeyPositions(below: view.state.size)
        where view.state.amendment(of: position)?.isRetraction != true {
            let recorded = try recorded(at: position)
            guard counts(recorded) else { continue }
            let standing = corrected(recorded, in: view)
            if let event = try? Catalogue.event(of: standing) { journey.add(standing, event) }
        }
        return journey
    }

    private func corrected(_ entry: Entry, in view: View) -> Entry {
        guard let amendment = view.state.amendment(of: entry.position), !amendment.isRetraction,
            let by = try? recorded(at: amendment.by),
            let correction = try? Catalogue.event(of: by) as? EntryCorrected
        else { return entry }
        return (try? entry.corrected(to: correction.data, by: amendment.by)) ?? entry
    }

    private func journeyPositions(below size: UInt64) throws(VarlinkError) -> [UInt64] {
        var positions: [UInt64] = []
        var next: UInt64 = 0
        do throws(StoreFailure) {
            while next < size {
                let keys = try store.keys(
                    from: next,
                    limit: Int(min(size - next, UInt64(StoreLimits.pageRows)))
                )
                guard !keys.isEmpty else { break }
                for (offset, key) in keys.enumerated() where Self.journeyTypes.contains(key.type) {
                    positions.append(next + UInt64(offset))
                }
                next += UInt64(keys.count)
            }
        } catch { throw .tryAgain("the ledger cannot be read: \(error)") }
        return positions
    }

    private func recorded(at position: UInt64) throws(VarlinkError) -> Entry {
        guard let stored = try? store.entry(at: position), let entry = try? Entry(bytes: stored.bytes) else {
            throw .tryAgain("entry \(position) cannot be read")
        }
        return entry
    }
}
