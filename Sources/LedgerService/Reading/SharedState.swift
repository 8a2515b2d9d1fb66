// SPDX-License-Identifier: Apache-2.0
import Ledger

/// A state that many read: to copy this takes one reference, to copy a state one for each of its many maps.
final class SharedState: Sendable {
    let state: State

    init(_ state: State) { self.state = state }
}
