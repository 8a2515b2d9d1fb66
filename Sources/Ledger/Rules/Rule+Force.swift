// SPDX-License-Identifier: Apache-2.0

extension Rule {
    /// What becomes of an entry that certainly breaks a rule, where no profile says more.
    ///
    /// What the dates leave open is accepted with a warning, whatever the force.
    public enum Force: String, CaseIterable, Sendable {
        /// It is refused.
        case refuses
        /// It is recorded with a warning.
        case warns
        /// It is recorded without a word; only a profile refuses it.
        case profileOnly = "profile"
        /// Nothing happens when it is recorded: it is computed for whoever asks.
        case computed
    }

    /// What becomes of an entry that certainly breaks it, where no profile says more.
    public var force: Force {
        switch self {
        case .agreementComplete, .section75Parties, .successionMapsObligations, .funderIsPartner,
            .accountableToFunders,
            .hostNamed, .fundedWhileHeld, .seatHolderFromNominator, .papersInTime, .optionsConsidered,
            .rejectedOptionsHaveReasons, .urgentRatified, .commitmentOwned, .effortPlausible,
            .objectiveHasOutcome,
            .balancingMeasure, .paidWithinCommitment, .costLinkedOnce, .adaptationStated, .ratedByUsers,
            .noHealthNumber:
            .warns
        case .conflictsStated, .reviewDateSet, .publicationComplete: .profileOnly
        case .reviewAhead, .requiredRecomputed, .baselineFrozen: .computed
        case .correctionKeepsHistory, .notInFuture, .erasedStaysErased, .heldIsKept, .partnerIsRegistered,
            .jointNeedsTwoPartners,
            .agreementSigned, .delegationWithinPowers, .delegationAcyclic, .singlePostHasOneHolder,
            .jobSharesFit, .holdersFit, .actingNeedsAbsence, .assignmentWithinPost, .abolishedPostIsClosed,
            .fundingAddsUp, .jointFundingNeedsTwo, .funderConsented, .boundarySpansTwo,
            .notOwnDeputy, .chairsFromDifferentPartners, .endedRoleCannotAct, .attendanceByMembers,
            .decisionWhileQuorate, .conflictedDoNotCount, .minutesApprovedOnce, .votingSeatsOnly,
            .statusAllows, .everyPartnerConsents, .consentWithAuthority, .consentToCurrentRevision,
            .consentStands, .conditionsMet, .oneStandingPosition, .optionExists, .reasonsGiven, .quorumKept,
            .deadlineLapses, .amountWithinLimit, .supersededCannotBeImplemented, .notBeforeEffective,
            .supersessionAcyclic,
            .supersessionNeedsSameConsents, .implementationTransferred, .bindsOnlyItself, .boundaryBetweenTwo,
            .seekerIsNotSource, .tieInSurvey, .responseOnce, .outcomeOfRecordedAction, .periodFitsMeasure,
            .numeratorWithinDenominator, .revisionStartsSeries, .targetBeforeRating, .benefitVerifiedByOther,
            .benefitEvidenced, .oneCurrency, .validatedByOther, .adoptionByOther, .embeddedAfterAction,
            .linkHasReason, .knownPrinciple, .phasesInOrder, .streamBegins, .referenceExists, .systemOnly,
            .actsForItself, .correctBeforeImplementation, .claimsInDispute, .reportHasSource,
            .givenOnceRecording, .ventureOpen, .membershipAllows, .lifeAllows, .oneVenture,
            .voteCarries, .advisorsDoNotVote, .secondmentBetweenTwo, .fundingOnItsPost, .scheduledIsPlanned,
            .disputeBetweenTwo:
            .refuses
        }
    }
}
