// SPDX-License-Identifier: Apache-2.0

extension Catalogue {
    /// The types that concern ventures, organisations, partners, bodies, meetings and delegations.
    static let governanceTypes: [any Event.Type] = [
        VentureEstablished.self, VentureRenamed.self, VentureSuspended.self, VentureResumed.self,
        VentureClosed.self, PhaseDeclared.self, PhaseClosed.self,
        InitiativeStarted.self, InitiativeSuspended.self, InitiativeResumed.self, InitiativeEnded.self,
        OrganisationRegistered.self, OrganisationRenamed.self, OrganisationSucceeded.self,
        PartnerInvited.self, PartnerDeclined.self, PartnerJoined.self, PartnerStatusChanged.self,
        PartnerLeft.self,
        AgreementRecorded.self, AgreementSigned.self, AgreementVaried.self, AgreementReviewed.self,
        AgreementTerminated.self,
        BodyConstituted.self, BodyTermsAmended.self, BodyDissolved.self,
        ChairAppointed.self, ChairStoodDown.self,
        SeatCreated.self, DeputyNominated.self, SeatAbolished.self,
        MeetingScheduled.self, MeetingRescheduled.self, MeetingCancelled.self, AgendaPublished.self,
        PaperCirculated.self, PaperRead.self, MeetingHeld.self, MinutesRecorded.self,
        InterestDeclared.self, InterestEnded.self, ConflictRecorded.self, DispensationGranted.self,
        FunctionDelegated.self, DelegationRevoked.self,
    ]
}
