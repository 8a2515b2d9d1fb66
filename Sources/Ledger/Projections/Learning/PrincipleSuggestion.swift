// SPDX-License-Identifier: Apache-2.0

/// That something recorded might show that a principle is followed; a person has to confirm it.
struct PrincipleSuggestion: Hashable, Sendable {
    /// The principle.
    let principle: CQCPrinciple
    /// What might show it.
    let artefact: Subject
    /// Why, in a few words.
    let reason: String
    /// The positions of the entries that it follows from.
    let entries: [UInt64]
}

extension World {
    /// What might show that the principles are followed, by principle and then by what it is.
    var principleSuggestions: [PrincipleSuggestion] {
        let all =
            cultureSuggestions + peopleSuggestions + ideaSuggestions + outcomeSuggestions
            + flexibilitySuggestions
        return all.sorted {
            ($0.principle.rawValue, $0.artefact) < ($1.principle.rawValue, $1.artefact)
        }
    }

    func suggest(
        _ principle: CQCPrinciple,
        _ artefact: Subject,
        _ reason: String,
        _ happening: Happening
    ) -> PrincipleSuggestion? {
        guard happening.happened(at: instant) != .no else { return nil }
        return PrincipleSuggestion(
            principle: principle,
            artefact: artefact,
            reason: reason,
            entries: [happening.position]
        )
    }

    /// Principle 2: failures are recorded, not hidden, and proposals come from where the work is done.
    private var cultureSuggestions: [PrincipleSuggestion] {
        let findings = state.activity.findings.compactMap { key, finding -> PrincipleSuggestion? in
            guard finding.content.outcome == .failure else { return nil }
            return suggest(.culture, Subject(.finding, key), "a failure was recorded", finding.happening)
        }
        let misconceptions = state.learning.misconceptions.compactMap { key, misconception in
            suggest(
                .culture,
                Subject(.misconception, key),
                "a misconception was named",
                misconception.happening
            )
        }
        let proposals = state.decisions.all.compactMap { key, decision -> PrincipleSuggestion? in
            guard decision.origin == .frontLine, let tabled = decision.history.first,
                tabled.when.isAtOrBefore(instant) != .no
            else { return nil }
            return PrincipleSuggestion(
                principle: .culture,
                artefact: Subject(.decision, key),
                reason: "the proposal came from the front line",
                entries: [tabled.position]
            )
        }
        let benefits = state.evaluation.benefits.compactMap { key, benefit -> PrincipleSuggestion? in
            guard case .notRealised(let found)? = benefit.finding(at: instant) else { return nil }
            let reason = "it was recorded that it did not come about"
            return suggest(.culture, Subject(.benefit, key), reason, found.happening)
        }
        return findings + misconceptions + proposals + benefits
    }

    /// Principle 3: posts that several pay for, and recognition.
    private var peopleSuggestions: [PrincipleSuggestion] {
        let posts = state.roles.posts.compactMap { key, post -> PrincipleSuggestion? in
            guard post.isJointlyFunded, post.life.from?.bounds.isAtOrBefore(instant) != .no else {
                return nil
            }
            return PrincipleSuggestion(
                principle: .people,
                artefact: Subject(.post, key),
                reason: "a jointly funded post",
                entries: [post.position]
            )
        }
        let recognitions = state.learning.recognitions.compactMap { key, recognition in
            suggest(.people, Subject(.recognition, key), "recognition was given", recognition.happening)
        }
        return posts + recognitions
    }

    /// Principle 4: practices taken up, lessons shared, and research or guidance linked to decisions.
    private var ideaSuggestions: [PrincipleSuggestion] {
        let practices = state.learning.practices.compactMap { key, practice -> PrincipleSuggestion? in
            guard let adoption = practice.adoptions.first(where: { $0.isStanding(at: instant) != .no }) else {
                return nil
            }
            let reason = "a practice was taken up by another organisation"
            return suggest(.bestIdeas, Subject(.practice, key), reason, adoption.adopted.happening)
        }
        let lessons = state.learning.lessons.compactMap { key, lesson -> PrincipleSuggestion? in
            guard let sharing = lesson.sharings.map(\.happening).min(by: Happening.inOrder) else {
                return nil
            }
            return suggest(.bestIdeas, Subject(.lesson, key), "a lesson was shared", sharing)
        }
        let decisions = state.decisions.all.compactMap { key, decision -> PrincipleSuggestion? in
            guard decision.history.first?.when.isAtOrBefore(instant) != .no else { return nil }
            let external = decision.evidence.filter { link in
                guard let kind = state.evidence(link.evidence)?.kind else { return false }
                return kind == .research || kind == .guidance
            }
            guard !external.isEmpty else { return nil }
            return PrincipleSuggestion(
                principle: .bestIdeas,
                artefact: Subject(.decision, key),
                reason: "research or guidance was cited",
                entries: external.map(\.position)
            )
        }
        return practices + lessons + decisions
    }

    /// Principle 6: what was reviewed, revised or replaced, and practices that were adapted.
    private var flexibilitySuggestions: [PrincipleSuggestion] {
        let decisions = state.decisions.all.compactMap { key, known -> PrincipleSuggestion? in
            let decision = known.asOf(instant)
            guard !decision.history.isEmpty else { return nil }
            let replaced = decision.history.filter { $0.status == .superseded || $0.status == .rescinded }
            let reviews = decision.reviews.map(\.position)
            let reason =
                !replaced.isEmpty
                ? "it was replaced when things changed"
                : !reviews.isEmpty
                    ? "it was reviewed" : decision.revision > 1 ? "the proposal was revised" : nil
            guard let reason else { return nil }
            let positions = replaced.map(\.position) + reviews
            return PrincipleSuggestion(
                principle: .flexibility,
                artefact: Subject(.decision, key),
                reason: reason,
                entries: positions.isEmpty ? decision.history.map(\.position) : positions.sorted()
            )
        }
        let practices = state.learning.practices.compactMap { key, practice -> PrincipleSuggestion? in
            let adapted = practice.adoptions.first { adoption in
                adoption.adopted.content.isAdapted && adoption.isStanding(at: instant) != .no
            }
            guard let adapted else { return nil }
            let reason = "a practice was adapted"
            return suggest(.flexibility, Subject(.practice, key), reason, adapted.adopted.happening)
        }
        return decisions + practices
    }
}
