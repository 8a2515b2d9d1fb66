// SPDX-License-Identifier: Apache-2.0

/// One way of answering the question.
public struct Option: Hashable, Codable, Sendable {
    /// Its number within the proposal, from 1.
    public let number: Int
    /// What it is.
    public let title: Text
    /// What sort of answer it is.
    public let kind: OptionKind?
    /// When it was put on the table.
    public let happening: Happening
    /// Reasons for and against, in the order of recording.
    public internal(set) var arguments: [Argument] = []
    /// That it was taken off the table, and why; nil while it is on it.
    public internal(set) var withdrawn: Recorded<OptionWithdrawn>?

    /// Whether it was taken off the table.
    public var isWithdrawn: Bool { withdrawn != nil }
    /// The entry that put it on the table.
    public var position: UInt64 { happening.position }
}

/// A reason for or against an option.
public struct Argument: Hashable, Codable, Sendable {
    /// Which way it speaks.
    public let stance: ArgumentStance
    /// The reason.
    public let text: Text
    /// By which criterion the option is assessed.
    public let criterion: Text?
    /// What the option costs.
    public let cost: Money?
    /// When it was stated.
    public let happening: Happening

    /// The entry that states it.
    public var position: UInt64 { happening.position }
}
