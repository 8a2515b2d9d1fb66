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
    /// The store cannot be read.
    case store(StoreFailure)

    public var description: String {
        switch self {
        case .damaged(let mark):
            "the ledger is damaged\(mark.position.map { " at entry \($0)" } ?? ""): \(mark.reason)"
        case .notFounded: "the ledger has no charter"
        case .otherKey(let charter, let given):
            "the signing key is \(given), but the charter names \(charter)"
        case .store(let failure): failure.description
        }
    }
}
