// SPDX-License-Identifier: Apache-2.0

extension InquiryFamily {
    /// Questions about decisions, and about what is to be done because of them.
    static let decisionInquiries: [any Inquiry.Type] =
        workInquiries + [
            GetConsentMatrix.self, ListReviews.self, ListAlternatives.self, ListDissents.self,
            GetLatency.self,
            ListReversals.self, GetOrigins.self, GetImpact.self, GetAccount.self,
        ]

    /// Questions about what leads to decisions and what is to be done because of them.
    private static let workInquiries: [any Inquiry.Type] = [
        ListNeeds.self, ListConsultations.self, ListEvidence.self, ListAdvice.self, ListCommitments.self,
        ListRaid.self, ListPartnerDisputes.self,
    ]
}
