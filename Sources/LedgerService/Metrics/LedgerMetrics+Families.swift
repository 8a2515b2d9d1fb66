// SPDX-License-Identifier: Apache-2.0
public import OpenMetrics

extension LedgerMetrics {
    /// The bounds of how long things take, in seconds: from a tenth of a millisecond, which an append takes at best.
    private static let latencies = [
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    static let size = MetricFamily("jvledger_entries", .gauge, help: "Entries that the ledger has.")
    static let appendedEntries = MetricFamily(
        "jvledger_appended_entries",
        .counter,
        help: "Entries recorded since the daemon started."
    )
    static let commitSeconds = MetricFamily(
        "jvledger_commit_seconds",
        .histogram(bounds: latencies),
        unit: "seconds",
        help: "How long commits took, with the write to the disk."
    )
    static let commitCalls = MetricFamily(
        "jvledger_commit_calls",
        .histogram(bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256]),
        help: "How many calls were committed together."
    )
    static let refusals = MetricFamily(
        "jvledger_refusals",
        .counter,
        help: "Calls that recorded nothing, by reason and by the number of the rule."
    )
    static let callSeconds = MetricFamily(
        "jvledger_call_seconds",
        .histogram(bounds: latencies),
        unit: "seconds",
        help: "How long calls took to answer, by method."
    )
    static let openConnections = MetricFamily("jvledger_connections", .gauge, help: "Open connections.")
    static let lostConnections = MetricFamily(
        "jvledger_lost_connections",
        .counter,
        help: "Connections that were refused or dropped, by reason."
    )
    static let writable = MetricFamily(
        "jvledger_writable",
        .gauge,
        help: "1 while entries are taken, else 0: the disk is full, the clock is behind, or damage was found."
    )
    static let damaged = MetricFamily("jvledger_damaged", .gauge, help: "1 once damage was found.")
    static let databaseBytes = MetricFamily(
        "jvledger_database_bytes",
        .gauge,
        unit: "bytes",
        help: "Size of the database file."
    )
    static let logBytes = MetricFamily(
        "jvledger_write_ahead_log_bytes",
        .gauge,
        unit: "bytes",
        help: "Size of the database's write-ahead log."
    )
    static let verifiedTime = MetricFamily(
        "jvledger_verified_timestamp_seconds",
        .gauge,
        unit: "seconds",
        help: "When every byte was last read and found right."
    )
    static let selfCheckPass = MetricFamily(
        "jvledger_self_check_pass",
        .gauge,
        help: "Which pass of the self-check is under way or was the last."
    )
    static let selfCheckEntries = MetricFamily(
        "jvledger_self_check_entries",
        .gauge,
        help: "Entries that this pass has found right."
    )
    static let selfCheckTime = MetricFamily(
        "jvledger_self_check_timestamp_seconds",
        .gauge,
        unit: "seconds",
        help: "When the last pass that found all right ended."
    )
    static let selfCheckFailures = MetricFamily(
        "jvledger_self_check_failures",
        .counter,
        help: "Passes that could not read the ledger."
    )
    static let snapshotEntries = MetricFamily(
        "jvledger_snapshot_entries",
        .gauge,
        help: "Entries that the newest snapshot covers: a start reads those after it."
    )
    static let witnessedTime = MetricFamily(
        "jvledger_witnessed_timestamp_seconds",
        .gauge,
        unit: "seconds",
        help: "When the last checkpoint with all cosignatures that are needed had been seen by all of them."
    )
    static let witnessedSize = MetricFamily(
        "jvledger_witnessed_entries",
        .gauge,
        help: "Entries under that checkpoint."
    )
    static let unwitnessed = MetricFamily(
        "jvledger_unwitnessed",
        .gauge,
        help: "1 when the ledger has gone too long without the cosignatures that are needed."
    )
    static let startTime = MetricFamily(
        "jvledger_start_timestamp_seconds",
        .gauge,
        unit: "seconds",
        help: "When the daemon started."
    )

    /// All that is measured, in the order of the text.
    public static let families = [
        size, appendedEntries, commitSeconds, commitCalls, refusals, callSeconds, openConnections,
        lostConnections,
        writable, damaged, databaseBytes, logBytes, verifiedTime, selfCheckPass, selfCheckEntries,
        selfCheckTime,
        selfCheckFailures, snapshotEntries, witnessedTime, witnessedSize, unwitnessed, startTime,
    ]
}
