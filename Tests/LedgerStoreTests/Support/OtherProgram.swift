// SPDX-License-Identifier: Apache-2.0
import GRDB

/// A connection to a ledger file with none of the store's settings, as another program would have.
struct OtherProgram {
    private let queue: DatabaseQueue

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    func execute(_ sql: String) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// Runs something while this program keeps everyone else from writing.
    func whileLocked(_ body: () throws -> Void) throws {
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                try body()
                return .rollback
            }
        }
    }

    func close() throws { try queue.close() }

    /// Runs statements with all triggers of some tables gone, and puts the triggers back.
    func executeWithoutTriggers(of tables: [String], _ sql: String) throws {
        try queue.writeWithoutTransaction { database in
            let list = tables.map { "'\($0)'" }.joined(separator: ", ")
            let condition = "type = 'trigger' AND tbl_name IN (\(list))"
            let triggers = try Row.fetchAll(
                database,
                sql: "SELECT name, sql FROM sqlite_schema WHERE \(condition)"
            )
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try database.execute(sql: sql)
            for trigger in triggers { try database.execute(sql: trigger["sql"]) }
        }
    }

    /// Every row of every table, as text.
    func rows() throws -> [String] {
        try queue.read { database in
            let tables = ["streams", "entries", "checkpoints", "tiles", "cosignatures", "disclosures"]
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT rowid, * FROM \(table) ORDER BY rowid").map {
                    "\(table) \($0)"
                }
            }
        }
    }
}
