// SPDX-License-Identifier: Apache-2.0

/// Why a store was not opened or created; the files are as they were.
public enum OpeningFailure: Error, Hashable, Sendable {
    /// There is no ledger at this path.
    case missing(path: String)
    /// A ledger was to be created where there is one.
    case exists(path: String)
    /// Another store has the ledger open for writing.
    case locked(path: String)
    /// The file is a database of something else, which has this application id.
    case foreign(path: String, applicationID: Int32)
    /// A later version of this program wrote the file.
    case newer(path: String, format: Int32, supported: Int32)
    /// The file could not be read, or what it holds is damaged.
    case store(StoreFailure)
}

extension OpeningFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path): "there is no ledger at \(path)"
        case .exists(let path): "there is a ledger at \(path) already"
        case .locked(let path): "another process has the ledger open (lock on \(path))"
        case .foreign(let path, let applicationID):
            "\(path) is not a ledger (application id \(applicationID))"
        case .newer(let path, let format, let supported):
            "\(path) has format \(format); this program reads up to format \(supported)"
        case .store(let failure): failure.description
        }
    }
}
