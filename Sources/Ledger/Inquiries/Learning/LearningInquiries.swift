// SPDX-License-Identifier: Apache-2.0

extension InquiryFamily {
    /// Questions about lessons, practices and the learning journey.
    static let learningInquiries: [any Inquiry.Type] = [
        ListLessons.self, ListRepeatedLessons.self, ListRelevantLessons.self, SearchLessons.self,
        ListPractices.self, GetAdoption.self, ListCommunities.self, ListTools.self, GetPrincipleCoverage.self,
        GetParticipation.self,
    ]
}
