// SPDX-License-Identifier: Apache-2.0

extension Catalogue {
    /// The types that concern ventures, organisations, partners, bodies, meetings and delegations.
    static let governanceTypes: [any Event.Type] = [
        VentureEstablished.self, VentureRenamed.self, VentureClosed.self, PhaseDeclared.self,
        InitiativeStarted.self, InitiativeSuspended.self, InitiativeResumed.self, InitiativeEnded.self,
        OrganisationRegistered.self, OrganisationRenamed.self, OrganisationSucceeded.self,
        PartnerInvited.self, PartnerDeclined.self, PartnerJoined.self, PartnerLeft.self,
        BodyConstituted.self, BodyTermsAmended.self, BodyDissolved.self,
        SeatCreated.self, SeatAbolished.self, MeetingHeld.self, MinutesRecorded.self,
        FunctionDelegated.self, DelegationRevoked.self,
    ]
}
