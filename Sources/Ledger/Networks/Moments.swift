// SPDX-License-Identifier: Apache-2.0

/// The expectation and variance of a figure if a network had come about by chance.
public struct Moments: Hashable, Sendable {
    /// The mean of the figure over the networks that could have come about.
    public let expectation: Double
    /// Its variance over the same networks, at least 0.
    public let variance: Double

    /// How many standard deviations an observed figure lies above the expectation; nil if it could not vary.
    ///
    /// Networks of a venture are small, and how nearly the score is normally distributed is not known: it
    /// ranks what to look at and is no proof.
    public func score(of observed: Double) -> Double? {
        variance > 0 ? (observed - expectation) / variance.squareRoot() : nil
    }
}
