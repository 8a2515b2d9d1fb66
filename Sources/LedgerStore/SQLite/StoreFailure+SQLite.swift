// SPDX-License-Identifier: Apache-2.0
internal import GRDB

extension StoreFailure {
    /// What an error of SQLite means to a caller (<https://sqlite.org/rescode.html>).
    init(_ error: any Error) {
        switch error {
        case let failure as StoreFailure: self = failure
        case let error as DatabaseError: self.init(error)
        default: self = .failed("\(error)")
        }
    }

    private init(_ error: DatabaseError) {
        let message = error.message ?? "\(error.resultCode)"
        switch error.extendedResultCode {
        // The wal-index could not grow: it is on the same disk.
        case .SQLITE_IOERR_SHMSIZE: self = .full
        case .SQLITE_FULL: self = .full
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(position: nil, reason: message)
        default: self = .failed("\(message) (SQLite \(error.extendedResultCode.rawValue))")
        }
    }
}
