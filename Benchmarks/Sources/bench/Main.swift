// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc

@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure the ledger, each figure beside its floor of the same run on the same file system."
    )

    @Flag(help: "Take under two minutes: 10,000 entries, fewer and shorter rounds.")
    var quick = false

    @Option(help: "The directory with the release builds of jvledgerd and jvctl.")
    var binaries: String

    @Option(help: "Where the ledgers are made, and removed again: the file system that is measured.")
    var directory = "/var/tmp"

    @Option(help: "The file with the results of the last run, to compare with and to replace.")
    var results: String

    @Option(help: "What is measured, as `git describe` has it.")
    var commit = "unknown"

    @Option(help: ArgumentHelp("Only rows of: appends, sizes.", valueName: "part"))
    var only: Part?

    enum Part: String, ExpressibleByArgument {
        case appends, sizes
    }

    func run() throws {
        Cleaning.onSignals()
        defer { Cleaning.clean() }
        do throws(Failure) { try measure() } catch {
            Cleaning.clean()
            Progress.say("\(error)")
            throw ExitCode.failure
        }
    }

    private func measure() throws(Failure) {
        let plan = quick ? Plan.quick : Plan.full
        let file = try ResultsFile(results)
        let workplace = try Workplace(
            below: directory,
            programs: ["jvledgerd", "jvctl"].map { "\(binaries)/\($0)" }
        )
        let start = Instant.now
        var report = Report(machine: Machine(directory: workplace.path), commit: commit)
        if only != .sizes {
            var appends = try AppendRows(in: workplace, plan: plan)
            report.rows.append(try appends.single())
            report.rows += try appends.concurrent()
            report.rows.append(try appends.bulk())
            try appends.end()
        }
        if only != .appends {
            var sizes = try SizeRows(in: workplace, plan: plan)
            for size in plan.sizes { report.rows += try sizes.rows(at: size) }
            try sizes.end()
        }
        let last = file.last.flatMap { $0.machine == report.machine ? $0 : nil }
        print(report.text(since: last))
        if only == nil { try file.write(report) }
        Progress.say("that took \(Int(start.secondsAgo)) s")
    }
}
