// SPDX-License-Identifier: Apache-2.0

extension InquiryFamily {
    /// Questions about bodies, posts, authority and who holds what.
    static let roleInquiries: [any Inquiry.Type] = [
        ListMeetings.self, GetTerms.self, ListDelegations.self, ListAgreements.self, ListInterests.self,
        ListExpiringRoles.self, ListPeople.self, GetRoleBiography.self, GetPartnerObligations.self,
    ]
}
