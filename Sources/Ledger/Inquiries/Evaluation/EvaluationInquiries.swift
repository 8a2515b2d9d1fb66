// SPDX-License-Identifier: Apache-2.0

extension InquiryFamily {
    /// Questions about objectives, measures, benefits and costs.
    static let evaluationInquiries: [any Inquiry.Type] = [ListBenefits.self]
}
