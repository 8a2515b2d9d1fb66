// SPDX-License-Identifier: Apache-2.0

/// Services and their interfaces, and surveys of who turns to whom.
public struct NetworkState: Hashable, Codable, Sendable {
    /// Services.
    public internal(set) var services: LayeredMap<Key, Service> = [:]
    /// Where services of several organisations meet.
    public internal(set) var interfaces: LayeredMap<Key, ServiceInterface> = [:]
    /// Surveys, with their responses.
    public internal(set) var surveys: LayeredMap<Key, Survey> = [:]

    /// What a thing of these kinds is called; nil when it has no title or is not recorded.
    func title(_ subject: Subject) -> Text? {
        if subject.kind == .service { return services[subject.key]?.title }
        if subject.kind == .interface { return interfaces[subject.key]?.defined.content.title }
        return subject.kind == .survey ? surveys[subject.key]?.opened.content.title : nil
    }
}

extension Catalogue {
    static let networkTypes: [any Event.Type] = [
        ServiceRegistered.self, ServiceChanged.self,
        InterfaceDefined.self, InterfaceRedesigned.self, InterfaceTested.self, InterfaceReverted.self,
        SurveyOpened.self, SurveyExtended.self, SurveyResponseRecorded.self, SurveyClosed.self,
    ]
}
