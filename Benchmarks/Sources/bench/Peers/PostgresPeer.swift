// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A PostgreSQL event store of the smallest kind, in a cluster of our own that is durable as it comes.
final class PostgresPeer {
    /// Where Debian has the programs, by version.
    private static let versions = "/usr/lib/postgresql"
    private static let patienceSeconds = 60.0

    private let workplace: Workplace
    private let binaries: String
    private let server: Program
    private var rounds = 0

    /// The directory of the programs of the newest version, if there is a server.
    static var binaries: String? {
        let numbers = File.names(in: versions).compactMap { Int($0) }.sorted(by: >)
        return numbers.map { "\(versions)/\($0)/bin" }.first { access("\($0)/postgres", X_OK) == 0 }
    }

    /// Makes a cluster and starts its server.
    init(_ binaries: String, in workplace: Workplace) throws(Failure) {
        self.workplace = workplace
        self.binaries = binaries
        let data = workplace.file("postgres")
        try Program.run(
            ["\(binaries)/initdb", "-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale", "C"],
            output: workplace.file("initdb.log")
        )
        server = try Program(
            [
                "\(binaries)/postgres", "-D", data, "-k", workplace.path, "-c", "listen_addresses=",
                // So that no checkpoint of the peer's falls into a round.
                "-c", "max_wal_size=8GB", "-c", "checkpoint_timeout=1h",
            ],
            output: workplace.file("postgres.log")
        )
        let start = Instant.now
        while (try? psql("SELECT 1")) == nil {
            guard server.runs, start.secondsAgo < Self.patienceSeconds else { throw server.failure }
            usleep(100_000)
        }
        try psql(Self.schema)
    }

    /// The server is told to stop at once (SIGINT), which it does in order.
    func stop() {
        server.send(SIGINT)
        server.end()
    }

    /// Lets clients record for some seconds, one function call an event; returns how many events a second.
    func eventsPerSecond(clients: Int, seconds: Int, data: String) throws(Failure) -> Double {
        rounds += 1
        let script = workplace.file("event.sql")
        try File.write(
            """
            \\set n :n + 1
            SELECT record('finding/F-\(rounds)-' || :client_id || '-' || :n, 0, 'finding.recorded', \
            '\(data)');

            """,
            to: script
        )
        let said = try Program.run(
            [
                "\(binaries)/pgbench", "-h", workplace.path, "-U", "bench", "-n", "-M",
                "prepared",
                "-c", "\(clients)", "-T", "\(seconds)", "-D", "n=0", "-f", script, "postgres",
            ],
            output: workplace.file("pgbench.log")
        )
        // tps = 5432.1 (without initial connection time)
        for line in said.split(separator: "\n") where line.hasPrefix("tps = ") {
            let words = line.split(separator: " ")
            if words.count > 2, let rate = Double(words[2]) { return rate }
        }
        throw .peer("pgbench says no rate: \(said.suffix(500))")
    }

    private func psql(_ statements: String) throws(Failure) {
        try Program.run(
            [
                "\(binaries)/psql", "-h", workplace.path, "-U", "bench", "-q", "-v", "ON_ERROR_STOP=1",
                "-c", statements, "postgres",
            ],
            output: workplace.file("psql.log")
        )
    }

    /// One table, and one function that refuses what does not continue its stream.
    private static let schema = """
        CREATE TABLE events (
            position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            stream text NOT NULL,
            stream_version bigint NOT NULL,
            type text NOT NULL,
            recorded timestamptz NOT NULL DEFAULT now(),
            data jsonb NOT NULL,
            UNIQUE (stream, stream_version)
        );
        CREATE FUNCTION record(to_stream text, expected bigint, of_type text, content jsonb) RETURNS bigint
        LANGUAGE plpgsql AS $$
        DECLARE
            version bigint;
            given bigint;
        BEGIN
            SELECT coalesce(max(stream_version), 0) INTO version FROM events WHERE stream = to_stream;
            IF version <> expected THEN
                RAISE EXCEPTION 'the stream is at %', version;
            END IF;
            INSERT INTO events (stream, stream_version, type, data)
                VALUES (to_stream, version + 1, of_type, content) RETURNING position INTO given;
            RETURN given;
        END $$;
        """
}
