// SPDX-License-Identifier: Apache-2.0
import Foundation

/// How long random histories are.
enum RandomHistorySize {
    /// 1,000 commands a seed; `JVLEDGER_COMMANDS=10000` for a long run.
    static let commands =
        ProcessInfo.processInfo.environment["JVLEDGER_COMMANDS"].flatMap { Int($0) } ?? 1_000
}
