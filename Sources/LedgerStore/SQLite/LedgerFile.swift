// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Glibc

/// What is expected of a file that is opened.
enum Opening {
    /// That there is no ledger yet.
    case create
    /// That it is a ledger in good order.
    case use
    /// That it is a ledger, which may be damaged.
    case inspect
}

/// A ledger's SQLite file, from nothing to an open pool of connections whose settings were read back.
enum LedgerFile {
    /// How long a connection waits for another program's lock, in seconds.
    static let busyMilliseconds = 5_000
    /// The most connections that read at the same time.
    private static let readers = 4

    /// What is set on every connection.
    ///
    /// The last three keep a damaged or doctored file from doing harm.
    private static let settings = [
        "secure_delete = ON", "temp_store = MEMORY", "recursive_triggers = ON", "cell_size_check = ON",
        "trusted_schema = OFF",
    ]

    /// Opens the file, or creates it.
    static func open(_ path: String, _ opening: Opening) throws(OpeningFailure) -> DatabasePool {
        do {
            // With the owner's permissions only; SQLite gives them to the write-ahead log too.
            if opening == .create { _ = try File(path, flags: O_RDWR | O_CREAT) }
            let pool = try DatabasePool(path: path, configuration: configuration(path: path, opening))
            try pool.writeWithoutTransaction { database in
                // GRDB lowers it on opening; a commit must survive loss of power.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                switch opening {
                case .create: try createSchema(database)
                case .use: try checkSchema(database)
                case .inspect: break
                }
                let durability = try Durability(database)
                guard durability == .required else {
                    throw StoreFailure.failed("SQLite refused a setting: \(durability)")
                }
            }
            return pool
        } catch let failure as OpeningFailure {
            throw failure
        } catch {
            throw .store(StoreFailure(error))
        }
    }

    private static func configuration(path: String, _ opening: Opening) -> Configuration {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.busyMode = .timeout(Double(busyMilliseconds) / 1_000)
        configuration.maximumReaderCount = readers
        configuration.persistentReadOnlyConnections = true
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            // Before anything is written: the file may be someone else's.
            let isWriter = !database.configuration.readonly
            try checkHeader(database, path: path, create: opening == .create && isWriter)
            for setting in settings { try Query(database, "PRAGMA \(setting)").run() }
        }
        return configuration
    }

    /// Refuses to go on with a file that is not a ledger of a format we know.
    private static func checkHeader(_ database: Database, path: String, create: Bool) throws {
        let applicationID = Int32(truncatingIfNeeded: try integer(database, "PRAGMA application_id"))
        let format = Int32(truncatingIfNeeded: try integer(database, "PRAGMA user_version"))
        if applicationID == Schema.applicationID {
            guard !create else { throw OpeningFailure.exists(path: path) }
            guard format <= Schema.format else {
                throw OpeningFailure.newer(path: path, format: format, supported: Schema.format)
            }
            return
        }
        let objects = try integer(database, "SELECT count(*) FROM sqlite_schema")
        guard applicationID == 0, format == 0, objects == 0 else {
            throw OpeningFailure.foreign(path: path, applicationID: applicationID)
        }
        // An empty database is what a creation leaves that was cut short: there is no ledger in it.
        guard create else { throw OpeningFailure.missing(path: path) }
    }

    private static func createSchema(_ database: Database) throws {
        try database.inTransaction(.immediate) {
            for (_, sql) in Schema.statements { try database.execute(sql: sql) }
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(Schema.format)")
            return .commit
        }
    }

    /// Refuses a file whose tables or triggers are not those that were created.
    static func checkSchema(_ database: Database) throws {
        var found: [String: String] = [:]
        let query = try Query(database, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        while try query.next() { found[query.text(0)] = query.text(1) }
        for (name, sql) in Schema.statements where found.removeValue(forKey: name) != sql {
            throw StoreFailure.damaged(position: nil, reason: "\(name) is missing or changed in the schema")
        }
        if let name = found.keys.min() {
            throw StoreFailure.damaged(position: nil, reason: "\(name) does not belong in the schema")
        }
    }

    /// The first column of the first row as an integer.
    static func integer(_ database: Database, _ sql: String) throws -> Int64 {
        let query = try Query(database, sql)
        return try query.next() ? query.integer(0) : 0
    }
}
