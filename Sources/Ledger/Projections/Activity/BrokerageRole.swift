// SPDX-License-Identifier: Apache-2.0

/// The part of somebody through whom two others come together, by the groups of the three.
///
/// The five roles of R. Gould and R. Fernandez (Structures of mediation, Sociological Methodology 19, 1989,
/// pages 89 to 126). With the path written as the groups of from, broker, to:
///
/// | Role | Path |
/// |---|---|
/// | coordinator | A A A |
/// | itinerant, also called consultant | A B A |
/// | representative | A A B |
/// | gatekeeper | A B B |
/// | liaison | A B C |
///
/// Turned round, a path makes a representative of a gatekeeper and leaves the other roles as they are.
public enum BrokerageRole: String, CaseIterable, Sendable {
    case coordinator, itinerant, representative, gatekeeper, liaison

    /// The role of a broker whose own group and those of the other two are given.
    public init<Group: Equatable>(from: Group, broker: Group, to: Group) {
        self =
            switch (from == broker, broker == to, from == to) {
            case (true, true, _): .coordinator
            case (true, false, _): .representative
            case (false, true, _): .gatekeeper
            case (false, false, true): .itinerant
            case (false, false, false): .liaison
            }
    }
}
