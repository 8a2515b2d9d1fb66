// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// What the partners said of a decision.
public enum ConsentList {
    /// The partners whose consent stands in a dossier of `io.jvledger.Decisions.Get`.
    public static func standing(_ dossier: JSONObject) -> [String] {
        dossier.objects("consents").filter { $0.line("stance") == "consents" && $0.line("gap") == nil }
            .compactMap { $0.line("organisation") }
    }
}

/// The partner that a verb speaks of, and how the entry is recorded then.
public struct SpeakingPartner: Sendable {
    /// The partner.
    public let organisation: String
    /// What holds for the entry.
    public let settings: RecordingSettings
}

extension Session {
    /// The partner whose position is recorded: the one that is reported, from a source; else the one for
    /// which the caller acts, which then gives it.
    public func partner(
        _ settings: RecordingSettings,
        reported: String?
    ) async throws(Complaint) -> SpeakingPartner {
        if let reported {
            guard !settings.sources.isEmpty else {
                throw .usage(
                    "a report of what \(reported) said names its source: --source EVIDENCE[:LOCATOR]"
                )
            }
            return SpeakingPartner(organisation: reported, settings: settings)
        }
        let organisation = try await actingFor(settings.onBehalfOf)
        var settings = settings
        settings.onBehalfOf = organisation
        return SpeakingPartner(organisation: organisation, settings: settings)
    }
}
