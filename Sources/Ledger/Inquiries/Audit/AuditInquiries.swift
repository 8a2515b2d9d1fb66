// SPDX-License-Identifier: Apache-2.0

extension InquiryFamily {
    /// Questions about how complete, authorised and timely the record is.
    static let auditInquiries: [any Inquiry.Type] = [
        GetDifference.self, GetCompleteness.self, ListLateEntries.self, ListAmendments.self,
        ListRecorders.self, ListConflicts.self, GetAuthority.self, GetPartnerReport.self, ListHolds.self,
        ListErasures.self,
    ]
}
