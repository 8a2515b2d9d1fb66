// SPDX-License-Identifier: Apache-2.0

extension InquiryFamily {
    /// Questions about decisions, and about what is to be done because of them.
    static let decisionInquiries: [any Inquiry.Type] = [
        GetConsentMatrix.self, ListReviews.self, ListAlternatives.self, ListDissents.self, GetLatency.self,
        ListReversals.self, GetOrigins.self, GetImpact.self, GetAccount.self,
    ]
}
