// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

extension Session {
    /// Records the entries of a file and says what came of it.
    ///
    /// One call is all or nothing. With several, those before the one that fails stay recorded; as every line
    /// has an id, the same import can be run again once it is put right.
    public func importFile(_ file: ImportFile, batch: Int?, isDryRun: Bool) async throws(Complaint) {
        var file = file
        if file.lacksIDs { try file.deriveIDs(try await types()) }
        if isDryRun, try file.calls(batch: batch).count == 1 { return try await tryOut(file) }
        let calls = try file.calls(batch: batch)
        guard !isDryRun else {
            throw .usage("a dry run needs the whole file in one call, as each call builds on those before it")
        }
        var receipts: [Recorded.Receipt] = []
        var replies: [JSON] = []
        var last = JSONObject()
        var size: UInt64 = 0
        for call in calls {
            let recorded = try await record(call)
            receipts += recorded.receipts
            replies += recorded.reply["receipts"]?.array ?? []
            last = recorded.reply
            size = recorded.size
            if calls.count > 1 { showProgress("Recorded \(receipts.count) of \(file.lines.count) lines") }
        }
        if calls.count > 1 { showProgress("") }
        last["receipts"] = .array(replies)
        let lines = ImportReport.lines(
            file,
            receipts,
            size: size,
            hasNotes: !settings.isQuiet
        )
        try answer(last, lines)
    }

    /// Shows how far a long work is, on a terminal and unless that is unwanted.
    public func showProgress(_ text: String) {
        if settings.terminal.showsProgress, !settings.isQuiet { Console.showProgress(text) }
    }

    func types() async throws(Complaint) -> [EventType] {
        let reply = try await call("io.jvledger.Ledger.DescribeTypes")
        return (reply["types"]?.array ?? []).compactMap(EventType.init)
    }

    private func record(_ lines: ArraySlice<ImportLine>) async throws(Complaint) -> Recorded {
        do {
            return try await record(entries: lines.map { .object($0.entry) }, isDryRun: false)
        } catch {
            showProgress("")
            throw ImportFailure.complaint(error, lines)
        }
    }
}
