// SPDX-License-Identifier: Apache-2.0

extension InquiryFamily {
    /// Questions about decisions, and about what is to be done because of them.
    static let decisionInquiries: [any Inquiry.Type] = []
}
