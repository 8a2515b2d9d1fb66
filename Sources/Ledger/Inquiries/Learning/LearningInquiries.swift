// SPDX-License-Identifier: Apache-2.0

extension InquiryFamily {
    /// Questions about lessons, practices and the learning journey.
    static let learningInquiries: [any Inquiry.Type] = [GetParticipation.self]
}
