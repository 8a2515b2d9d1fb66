// SPDX-License-Identifier: Apache-2.0

/// A question about two states of the world: before and after.
///
/// Each is asked for as a date, which means the world at its end as best known now, or as `@POSITION` or
/// `checkpoint:SIZE`, which means what the ledger held there.
public protocol ComparingInquiry: Inquiry {
    /// What is asked for as the state before.
    var before: String { get }
    /// What is asked for as the state after; nil for that as of which the question is asked.
    var after: String? { get }

    /// The answer.
    func answer(from before: World, to after: World) -> Report<Row>
}

extension ComparingInquiry {
    public func answer(in world: World) -> Report<Row> { answer(from: world, to: world) }
}
