// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// What the example says comes from a source, and where it does not the entry says so.
struct MidEssexSourcesTests {
    @Test func everythingButTheEvidenceHasASourceOrSaysThatItIsIllustrative() throws {
        for entry in try MidEssex.whole.get().entries.values where entry.subject.kind != .evidence {
            let hasSource = entry.sources.contains { $0.evidence.text != "ILLUSTRATIVE" }
            let title = entry.data["title"]?.text ?? ""
            #expect(hasSource || title.contains("(illustrative)"), "\(entry.id)")
        }
    }

    @Test func everythingThatHappenedHasADate() throws {
        let register: [SubjectKind] = [.evidence, .organisation, .person, .claim]
        for entry in try MidEssex.whole.get().entries.values where entry.occurred == nil {
            #expect(register.contains(entry.subject.kind), "\(entry.id)")
        }
    }

    @Test func whatIsIllustrativeSaysWhat() throws {
        var marked: [String] = []
        for entry in try MidEssex.whole.get().entries.values.sorted(by: { $0.position < $1.position }) {
            for source in entry.sources where source.evidence.text == "ILLUSTRATIVE" {
                let locator = try #require(source.locator)
                let said = "illustrative, no source states it: "
                #expect(locator.hasPrefix(said))
                marked.append("\(entry.subject): \(locator.dropFirst(said.count))")
            }
        }
        #expect(
            marked == [
                "organisation/programme-office: the name of the office, and that it keeps this ledger",
                "seat/committee-contributor: that it is an advisory seat, and who nominates its holder",
                "knowledge/K-0001: which of the two that gave it was the host",
                "boundary/BA-0002: which of the two it led from",
                "partner/provide: that its consent is required",
                "partner/essex-county-council: that its consent is required",
                "seat/programme-board-advisor-1: that the advisor has no vote, and who nominates",
                "boundary/BA-0003: which of the two it led from",
                "seat/programme-board-advisor-2: that it is an advisory seat, and who nominates its holder",
                "decision/D-0003: the option",
                "funding/programme-manager: the shares of 50/50",
                "knowledge/K-0004: the host",
            ]
        )
    }

    @Test func noAmountOrAppointmentIsMadeUp() throws {
        let example = try MidEssex.whole.get()
        let amounts = example.lines.filter { $0["data"]?.object?["amount"] != nil }
        #expect(amounts.map { $0["subject"]?.text } == ["secondment/S-0001"])
        let grant = try #require(example.state.secondment(try key("S-0001")))
        #expect(grant.amount == Money(minor: 954_600, currency: "GBP"))
        #expect(example.state.assignmentKeys(of: Subject(.post, try key("programme-manager"))).isEmpty)
    }

    @Test func nobodyIsNamed() throws {
        func memberNames(_ value: JSON) -> Set<String> {
            switch value {
            case .null, .bool, .integer, .number, .string: []
            case .array(let items): items.reduce(into: []) { $0.formUnion(memberNames($1)) }
            case .object(let object):
                object.members.reduce(into: []) {
                    $0.insert($1.name)
                    $0.formUnion(memberNames($1.value))
                }
            }
        }
        let example = try MidEssex.whole.get()
        for line in example.lines {
            #expect(!memberNames(.object(line)).contains("name"))
        }
        let people = example.entries.values.filter { $0.type == PersonRegistered.typeName }
        #expect(people.count == 2)
        #expect(people.allSatisfy { $0.data["label"]?.text?.contains("Lecturer") == true })
    }

    @Test func linesLeaveTheOrganisationToWhoeverImportsThem() throws {
        for draft in try MidEssex.whole.get().drafts {
            #expect(draft.onBehalfOf == nil && draft.seal.isEmpty && draft.classification == .venture)
        }
    }
}
