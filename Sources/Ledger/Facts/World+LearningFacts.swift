// SPDX-License-Identifier: Apache-2.0

extension World {
    /// What is so of lessons, practices and who took them up, communities and links to principles.
    var learningFacts: [Fact] { lessonFacts + practiceFacts + communityFacts + principleFacts }

    private var lessonFacts: [Fact] {
        state.learning.lessons.sorted { $0.key < $1.key }.compactMap { key, lesson -> Fact? in
            guard let (stage, truth) = lesson.stages.at(instant) else { return nil }
            let entries = [stage.happening.position]
            return Fact(Subject(.lesson, key), "status", stage.status.rawValue, truth, entries: entries)
        }
    }

    private var practiceFacts: [Fact] {
        state.learning.practices.sorted { $0.key < $1.key }.flatMap { key, practice -> [Fact] in
            guard let (stage, truth) = practice.stages.at(instant) else { return [] }
            let subject = Subject(.practice, key)
            let status = Fact(
                subject,
                "status",
                stage.status.rawValue,
                truth,
                entries: [stage.happening.position]
            )
            return [status]
                + practice.adoptions.compactMap { adoption -> Fact? in
                    let begun = adoption.adopted.happening.happened(at: instant)
                    let ended = adoption.abandoned?.happening.happened(at: instant) ?? .no
                    let holds = begun.and(ended.negated)
                    guard holds != .no else { return nil }
                    return Fact(
                        subject,
                        "adopted by",
                        adoption.adopted.content.organisation.text,
                        holds,
                        entries: [adoption.adopted.happening.position]
                    )
                }
        }
    }

    private var communityFacts: [Fact] {
        state.learning.communities.sorted { $0.key < $1.key }.flatMap { key, community -> [Fact] in
            let formed = community.formed.happening.happened(at: instant)
            let closed = community.closed?.happening.happened(at: instant) ?? .no
            let stands = formed.and(closed.negated)
            guard stands != .no else { return [] }
            let subject = Subject(.community, key)
            let members = community.members { $0.happened(at: instant) != .no }
            return [Fact(subject, "status", "open", stands, entries: [community.formed.happening.position])]
                + members.map { Fact(subject, "member", $0.text) }
        }
    }

    private var principleFacts: [Fact] {
        state.learning.principleLinks.sorted { $0.key < $1.key }.compactMap { key, link -> Fact? in
            let linked = link.linked.happening.happened(at: instant)
            let unlinked = link.unlinked?.happening.happened(at: instant) ?? .no
            let holds = linked.and(unlinked.negated)
            guard holds != .no else { return nil }
            return Fact(
                Subject(.principle, key),
                "shown by",
                link.linked.content.artefact.description,
                holds,
                entries: [link.linked.happening.position]
            )
        }
    }
}
