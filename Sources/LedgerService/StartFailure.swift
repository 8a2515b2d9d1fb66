// SPDX-License-Identifier: Apache-2.0
public import LedgerStore

/// Why a ledger cannot be taken into service.
public enum StartFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// It was found damaged, now or earlier.
    case damaged(DamageMark)
    /// It has no charter.
    case notFounded
    /// The key is not the one the charter names.
    case otherKey(charter: String, given: String)
    /// It has entries of a type that only a later version knows, so that their effect would be missing.
    case newer(type: String, position: UInt64)
    /// The store cannot be read.
    case store(StoreFailure)

    public var description: String {
        switch self {
        case .damaged(let mark):
            "the ledger is damaged\(mark.position.map { " at entry \($0)" } ?? ""): \(mark.reason)"
        case .notFounded: "the ledger has no charter"
        case .otherKey(let charter, let given):
            "the signing key is \(given), but the charter names \(charter)"
        case .newer(let type, let position):
            "entry \(position) is of the type \(type), which this version does not know; install the version that recorded it"
        case .store(let failure): failure.description
        }
    }
}
