// SPDX-License-Identifier: Apache-2.0

/// The venture at an instant.
public struct VentureView: Hashable, Sendable {
    /// Its key.
    public let key: Key
    /// What it was called then.
    public let name: Text?
    /// What it has been called.
    public let names: [NamePeriod]
    /// Its legal form.
    public let form: VentureForm
    /// What it is for.
    public let purpose: Text?
    /// From its establishment until it was closed.
    public let validity: Validity
    /// Whether it was established and open.
    public let truth: Truth
    /// Why it was closed, if it may have been.
    public let closingReason: Text?
}

/// A phase of the venture at an instant.
public struct PhaseView: Hashable, Sendable {
    /// Its number.
    public let ordinal: Int
    /// What it is called.
    public let title: Text
    /// When it was; without an end of its own it lasts until the next phase begins.
    public let validity: Validity
    /// Whether it was then.
    public let truth: Truth
    /// The position of the entry that declares it.
    public let position: UInt64
}

extension State {
    /// The venture at an instant; nil when none is recorded.
    public func venture(validAt t: Timestamp) -> VentureView? {
        governance.venture.map { venture in
            VentureView(
                key: venture.key,
                name: venture.names.at(t),
                names: venture.names.history,
                form: venture.form,
                purpose: venture.purpose,
                validity: venture.validity,
                truth: venture.validity.holds(at: t),
                closingReason: ventureIsOpen(at: t) == .yes ? nil : venture.closingReason
            )
        }
    }

    /// Every phase of the venture, by number, with whether it was then.
    public func phases(validAt t: Timestamp) -> [PhaseView] {
        let phases = governance.venture?.phases ?? []
        return phases.indices.map { index in
            let phase = phases[index]
            let next = index + 1 < phases.count ? phases[index + 1].validity.from : nil
            let validity = Validity(from: phase.validity.from, to: phase.validity.to ?? next)
            return PhaseView(
                ordinal: phase.ordinal,
                title: phase.title,
                validity: validity,
                truth: validity.holds(at: t),
                position: phase.position
            )
        }
    }
}
