// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// The tables of a ledger file and the triggers that make them append-only.
///
///     streams       number  subject                       a stream's number, gapless from 1
///     entries       position  stream  stream_version  type  id  leaf_hash  bytes
///     checkpoints   size  root  note                      one for each commit
///     tiles         level  number  root  hashes           full tiles only, 256 hashes of 32 bytes
///     cosignatures  number  size  line                    signature lines of witnesses
///     disclosures   position  field  person  text         what is sealed, until it is erased
///
/// Rows are never updated, and deleted in `disclosures` only. The triggers look for every row that an INSERT OR
/// REPLACE would put aside, because SQLite runs delete triggers for those only if the connection asks for it
/// (`recursive_triggers`, <https://sqlite.org/lang_conflict.html>), which another program's does not. Integers
/// stand for subjects in the index of streams: with text there a bulk append takes twice the time. Hashes stand
/// before the long columns, so that reading them does not follow overflow pages.
enum Schema {
    /// The bytes `jvld`, in the file's header at offset 68.
    static let applicationID: Int32 = 0x6a76_6c64
    /// The version of this schema, in the file's header at offset 60.
    static let format: Int32 = 1

    /// What the triggers say, each of which the store turns into a ``StoreFailure``.
    enum Refusal {
        static let position = "not the next position"
        static let id = "the id is taken"
        static let streamVersion = "not the next version of the stream"
        static let immutable = "the ledger is append-only"
    }

    /// Every statement that makes a ledger file, by the name of what it creates.
    static let statements: [(name: String, sql: String)] =
        tables + ["streams", "entries", "checkpoints", "tiles", "cosignatures"].flatMap(forbidChanges)
        + insertions + disclosures

    private static let tables: [(name: String, sql: String)] = [
        (
            "streams",
            """
            CREATE TABLE streams (
                number INTEGER PRIMARY KEY,
                subject TEXT NOT NULL UNIQUE
            ) STRICT
            """
        ),
        (
            "entries",
            """
            CREATE TABLE entries (
                position INTEGER PRIMARY KEY,
                stream INTEGER NOT NULL REFERENCES streams (number),
                stream_version INTEGER NOT NULL,
                type TEXT NOT NULL,
                id TEXT NOT NULL UNIQUE,
                leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32),
                bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65535),
                UNIQUE (stream, stream_version)
            ) STRICT
            """
        ),
        (
            "checkpoints",
            """
            CREATE TABLE checkpoints (
                size INTEGER PRIMARY KEY,
                root BLOB NOT NULL CHECK (length(root) = 32),
                note BLOB NOT NULL
            ) STRICT
            """
        ),
        (
            "tiles",
            """
            CREATE TABLE tiles (
                level INTEGER NOT NULL,
                number INTEGER NOT NULL,
                root BLOB NOT NULL CHECK (length(root) = 32),
                hashes BLOB NOT NULL CHECK (length(hashes) = 8192),
                UNIQUE (level, number)
            ) STRICT
            """
        ),
        (
            "cosignatures",
            """
            CREATE TABLE cosignatures (
                number INTEGER PRIMARY KEY,
                size INTEGER NOT NULL REFERENCES checkpoints (size),
                line BLOB NOT NULL,
                UNIQUE (size, line)
            ) STRICT
            """
        ),
    ]

    private static func forbidChanges(of table: String) -> [(name: String, sql: String)] {
        ["UPDATE", "DELETE"].map { change in
            let name = "\(table)_no_\(change.lowercased())"
            return (
                name,
                """
                CREATE TRIGGER \(name) BEFORE \(change) ON \(table)
                BEGIN SELECT RAISE(ABORT, '\(Refusal.immutable)'); END
                """
            )
        }
    }

    private static let insertions: [(name: String, sql: String)] = [
        (
            "streams_insert",
            """
            CREATE TRIGGER streams_insert BEFORE INSERT ON streams
            WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM streams)
                OR EXISTS (SELECT 1 FROM streams WHERE subject = NEW.subject)
            BEGIN SELECT RAISE(ABORT, '\(Refusal.immutable)'); END
            """
        ),
        (
            "entries_insert",
            """
            CREATE TRIGGER entries_insert BEFORE INSERT ON entries
            BEGIN
                SELECT CASE
                    WHEN NEW.position IS NOT (SELECT coalesce(max(position), -1) + 1 FROM entries)
                        THEN RAISE(ABORT, '\(Refusal.position)')
                    WHEN EXISTS (SELECT 1 FROM entries WHERE id = NEW.id)
                        THEN RAISE(ABORT, '\(Refusal.id)')
                    WHEN NEW.stream_version IS NOT (
                        SELECT coalesce(max(stream_version), 0) + 1 FROM entries WHERE stream = NEW.stream
                    ) THEN RAISE(ABORT, '\(Refusal.streamVersion)')
                END;
            END
            """
        ),
        (
            "checkpoints_insert",
            """
            CREATE TRIGGER checkpoints_insert BEFORE INSERT ON checkpoints
            WHEN NEW.size IS NOT (SELECT max(position) + 1 FROM entries)
                OR NEW.size <= (SELECT max(size) FROM checkpoints)
            BEGIN SELECT RAISE(ABORT, '\(Refusal.position)'); END
            """
        ),
        (
            "tiles_insert",
            """
            CREATE TRIGGER tiles_insert BEFORE INSERT ON tiles
            WHEN NEW.number IS NOT (SELECT coalesce(max(number), -1) + 1 FROM tiles WHERE level = NEW.level)
                OR EXISTS (SELECT 1 FROM tiles WHERE rowid = NEW.rowid)
            BEGIN SELECT RAISE(ABORT, '\(Refusal.position)'); END
            """
        ),
        (
            "cosignatures_insert",
            """
            CREATE TRIGGER cosignatures_insert BEFORE INSERT ON cosignatures
            WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM cosignatures)
                OR EXISTS (SELECT 1 FROM cosignatures WHERE size = NEW.size AND line = NEW.line)
            BEGIN SELECT RAISE(ABORT, '\(Refusal.immutable)'); END
            """
        ),
    ]

    /// A disclosure comes with its entry, before the checkpoint that covers it, and never comes back.
    static let disclosures: [(name: String, sql: String)] = [
        (
            "disclosures",
            """
            CREATE TABLE disclosures (
                position INTEGER NOT NULL REFERENCES entries (position),
                field TEXT NOT NULL,
                person TEXT,
                text TEXT NOT NULL,
                PRIMARY KEY (position, field)
            ) STRICT
            """
        ),
        (
            "disclosures_by_person",
            """
            CREATE INDEX disclosures_by_person ON disclosures (person, position)
            WHERE person IS NOT NULL
            """
        ),
        (
            "disclosures_no_update",
            """
            CREATE TRIGGER disclosures_no_update BEFORE UPDATE ON disclosures
            BEGIN SELECT RAISE(ABORT, '\(Refusal.immutable)'); END
            """
        ),
        (
            "disclosures_insert",
            """
            CREATE TRIGGER disclosures_insert BEFORE INSERT ON disclosures
            WHEN NEW.position < (SELECT max(size) FROM checkpoints)
                OR EXISTS (SELECT 1 FROM disclosures WHERE position = NEW.position AND field = NEW.field)
                OR EXISTS (SELECT 1 FROM disclosures WHERE rowid = NEW.rowid)
            BEGIN SELECT RAISE(ABORT, '\(Refusal.immutable)'); END
            """
        ),
    ]
}
