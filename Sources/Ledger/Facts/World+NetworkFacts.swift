// SPDX-License-Identifier: Apache-2.0

extension World {
    /// What is so of services, of where they meet, and of surveys.
    var networkFacts: [Fact] { serviceFacts + interfaceFacts + surveyFacts }

    private var serviceFacts: [Fact] {
        ListServices.rows(in: self).flatMap { row -> [Fact] in
            let subject = Subject(.service, row.key)
            let commissioner = row.commissioner.map {
                Fact(subject, "commissioner", $0.text, entries: row.entries)
            }
            return [
                Fact(subject, "title", row.title, entries: row.entries),
                Fact(subject, "provider", row.provider.text, entries: row.entries),
            ] + (commissioner.map { [$0] } ?? [])
        }
    }

    private var interfaceFacts: [Fact] {
        state.network.interfaces.sorted { $0.key < $1.key }.compactMap { key, interface -> Fact? in
            let existence = interface.defined.happening.happened(at: instant)
            guard existence != .no, let version = interface.versions(at: instant).last else { return nil }
            return Fact(
                Subject(.interface, key),
                "version",
                "\(version.number)",
                existence,
                entries: [version.position]
            )
        }
    }

    private var surveyFacts: [Fact] {
        state.network.surveys.sorted { $0.key < $1.key }.compactMap { key, survey -> Fact? in
            guard survey.window.from?.bounds.isAtOrBefore(instant) != .no else { return nil }
            let closed = survey.closed?.happening.happened(at: instant) ?? .no
            return Fact(
                Subject(.survey, key),
                "status",
                closed == .no ? "open" : "closed",
                closed == .no ? .yes : closed,
                entries: [survey.opened.happening.position]
            )
        }
    }
}
