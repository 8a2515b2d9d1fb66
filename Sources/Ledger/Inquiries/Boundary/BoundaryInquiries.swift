// SPDX-License-Identifier: Apache-2.0

extension InquiryFamily {
    /// Questions about what is done across boundaries, and about the advice network.
    static let boundaryInquiries: [any Inquiry.Type] = [
        ListBarriers.self, GetBarriersByPhase.self, GetBoundarySummary.self, ListServices.self,
        ListInterfaces.self, ListSurveys.self,
        GetNetwork.self, ListNetworkTies.self, ListNetworkBrokers.self, ListExclusiveBridges.self,
        ListFailurePoints.self, ListMissingContacts.self, GetNetworkChange.self,
    ]
}
