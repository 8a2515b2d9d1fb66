// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import GRDBSQLite

/// A value bound to a parameter.
enum SQLValue {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case null

    /// A position, size or version.
    ///
    /// What is 2^63 or above becomes 2^63 - 1, which is no row's position and no stream's next version.
    static func count(_ value: UInt64) -> SQLValue { .integer(Int64(clamping: value)) }

    /// Gives a parameter of a statement this value and returns SQLite's result code.
    fileprivate func bind(to statement: OpaquePointer, at place: CInt) -> CInt {
        // Tells SQLite to copy what is bound (SQLITE_TRANSIENT, a macro that Swift does not see).
        let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch self {
        case .integer(let integer):
            return sqlite3_bind_int64(statement, place, integer)
        case .text(var text):
            return text.withUTF8 {
                $0.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, place, $0.baseAddress, CInt($0.count), copying)
                }
            }
        case .bytes(let bytes) where bytes.isEmpty:
            // A null pointer would be NULL.
            return sqlite3_bind_zeroblob(statement, place, 0)
        case .bytes(let bytes):
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob(statement, place, $0.baseAddress, CInt($0.count), copying)
            }
        case .null:
            return sqlite3_bind_null(statement, place)
        }
    }
}

/// One run of a cached statement.
///
/// It steps and reads through SQLite's own functions: GRDB's row decoding ends the process on a value of
/// another type than asked for, which a damaged file may hold, and boxes every argument.
struct Query: ~Copyable {
    private let statement: OpaquePointer
    private let database: Database

    init(_ database: Database, _ sql: String, _ values: SQLValue...) throws {
        let statement = try database.cachedStatement(sql: sql).sqliteStatement
        for (place, value) in values.enumerated() {
            let code = value.bind(to: statement, at: CInt(place + 1))
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
        self.database = database
        self.statement = statement
    }

    deinit {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    /// Moves to the next row; false after the last.
    func next() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw error(code)
        }
    }

    /// Runs a statement that returns no rows.
    func run() throws {
        while try next() {}
    }

    private func error(_ code: CInt) -> DatabaseError {
        let message = database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }

    /// Whether the column of the current row is NULL.
    func isNull(_ column: CInt) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    /// The column as an integer, whatever its type.
    func integer(_ column: CInt) -> Int64 { sqlite3_column_int64(statement, column) }

    /// The column as a position, size or version.
    func count(_ column: CInt) throws -> UInt64 {
        guard let value = UInt64(exactly: integer(column)) else {
            throw StoreFailure.damaged(position: nil, reason: "a number in the database is negative")
        }
        return value
    }

    /// The column as bytes, whatever its type.
    func bytes(_ column: CInt) -> [UInt8] {
        let start = sqlite3_column_blob(statement, column)
        return Array(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
        )
    }

    /// The column as text, whatever its type.
    func text(_ column: CInt) -> String { String(decoding: bytes(column), as: UTF8.self) }
}
