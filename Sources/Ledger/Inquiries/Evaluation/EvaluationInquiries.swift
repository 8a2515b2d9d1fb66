// SPDX-License-Identifier: Apache-2.0

extension InquiryFamily {
    /// Questions about objectives, measures, benefits and costs.
    static let evaluationInquiries: [any Inquiry.Type] = [
        GetBoard.self, GetScorecard.self, GetSeries.self, ListStaleMeasures.self, CompareAround.self,
        ListBenefits.self, GetCosts.self, ListContributions.self,
    ]
}
