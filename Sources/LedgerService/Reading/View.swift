// SPDX-License-Identifier: Apache-2.0
public import Ledger

/// What a question is answered from: a state, the instant for which facts are read, and the texts the caller may see.
public struct View: Sendable {
    let shared: SharedState
    /// The instant at which the world is looked at.
    public let instant: Timestamp
    /// What has to be said with the answer, such as that recording had not begun.
    public let note: String?
    /// Reads texts, sealed ones too where the caller may.
    public let texts: Texts

    /// What follows from the entries that the question lets count.
    public var state: State { _read { yield shared.state } }
}
