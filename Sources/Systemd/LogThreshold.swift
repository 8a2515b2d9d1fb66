// SPDX-License-Identifier: Apache-2.0

public import Logging
import Synchronization

/// The lowest level that is logged, shared by all loggers, so that it can be changed while the service runs.
///
/// A logger whose `logLevel` is set keeps its own level from then on, as swift-log expects of a value.
public final class LogThreshold: Sendable {
    private let current: Mutex<Logger.Level>

    public init(_ level: Logger.Level = .info) {
        current = Mutex(level)
    }

    /// The lowest level that is logged now.
    public var level: Logger.Level {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}
