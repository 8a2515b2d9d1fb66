// SPDX-License-Identifier: Apache-2.0

/// How `jvctl` ends: the one table of exit codes.
///
/// 65, 69 and 75 are `EX_DATAERR`, `EX_UNAVAILABLE` and `EX_TEMPFAIL` of sysexits(3); 4 is the
/// `EXIT_NOPERMISSION` of the Linux Standard Base; 3 is the `EXIT_UNKNOWN` of its status actions, as
/// systemctl(1) has it.
public enum ProgramExit: Int32, CaseIterable, Sendable {
    /// It was done.
    case done = 0
    /// It failed in a way that no other code names; `verify`: not verified.
    case failed = 1
    /// The command line is wrong.
    case usage = 2
    /// `verify` cannot tell, because something that it needs is missing.
    case cannotTell = 3
    /// The caller may not do this, or may not connect.
    case notPermitted = 4
    /// A rule refuses it, or what was given is not valid.
    case refused = 65
    /// The daemon cannot be reached.
    case noDaemon = 69
    /// The same may succeed later.
    case tryAgain = 75

    /// What the code means, for the manual.
    public var meaning: String {
        switch self {
        case .done: "done; verify: verified"
        case .failed: "failed; verify: NOT VERIFIED"
        case .usage: "the command line is wrong"
        case .cannotTell: "verify cannot tell: something it needs is missing"
        case .notPermitted: "not permitted, or no permission to connect"
        case .refused: "refused by a rule, or not valid"
        case .noDaemon: "no daemon answers"
        case .tryAgain: "try again later"
        }
    }

    /// The table, a code a line.
    public static var table: String {
        allCases.map { status in
            let code = String(status.rawValue)
            return "  " + code + String(repeating: " ", count: 4 - code.utf8.count) + status.meaning
        }
        .joined(separator: "\n")
    }
}
