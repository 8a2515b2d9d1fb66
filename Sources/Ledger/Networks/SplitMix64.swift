// SPDX-License-Identifier: Apache-2.0

/// A generator whose numbers depend on its seed alone, so that an auditor can draw the same ones again.
///
/// The algorithm is SplitMix64 (G. Steele, D. Lea and C. Flood, Fast splittable pseudorandom number
/// generators, OOPSLA 2014), with the seed as its first state.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }

    /// A number from 0 to below `bound`, each as likely as the others.
    ///
    /// It is the remainder of the next number that is not below 2^64 mod `bound`.
    mutating func next(below bound: Int) -> Int {
        let bound = UInt64(bound)
        let surplus = (0 &- bound) % bound
        var value = next()
        while value < surplus { value = next() }
        return Int(value % bound)
    }

    /// Puts the items in an order that is as likely as any other.
    ///
    /// From the last item to the second, each is exchanged with one drawn from those up to itself
    /// (Durstenfeld 1964). It is written out because that of the standard library may change.
    mutating func shuffle(_ items: inout [Int]) {
        for last in items.indices.dropFirst().reversed() { items.swapAt(last, next(below: last + 1)) }
    }
}
