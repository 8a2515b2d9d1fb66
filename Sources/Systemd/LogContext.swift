// SPDX-License-Identifier: Apache-2.0

import Logging

/// What both log handlers know of the logger they belong to: its metadata and its level.
struct LogContext: Sendable {
    /// `errorMessage` and `errorType` are the keys under which swift-log's own handler shows an event's error.
    private static let errorMessage = "error.message"
    private static let errorType = "error.type"

    let threshold: LogThreshold
    var ownLevel: Logger.Level?
    var metadata: Logger.Metadata = [:]
    var provider: Logger.MetadataProvider?

    init(threshold: LogThreshold, provider: Logger.MetadataProvider?) {
        self.threshold = threshold
        self.provider = provider
    }

    /// The level below which the logger is silent.
    var level: Logger.Level {
        get { ownLevel ?? threshold.level }
        set { ownLevel = newValue }
    }

    /// All metadata of an event by ascending key: its own wins over the provider's, and that over the logger's.
    func metadata(of event: LogEvent) -> [(key: String, value: Logger.MetadataValue)] {
        var all = metadata
        if let provided = provider?.get() {
            all.merge(provided) { $1 }
        }
        if let given = event.metadata {
            all.merge(given) { $1 }
        }
        if let error = event.error {
            all[Self.errorMessage] = "\(error)"
            all[Self.errorType] = "\(String(reflecting: type(of: error)))"
        }
        return all.sorted { $0.key < $1.key }
    }
}
