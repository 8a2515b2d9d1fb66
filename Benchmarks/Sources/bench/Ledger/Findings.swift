// SPDX-License-Identifier: Apache-2.0

/// Entries to record: findings, numbered from 1, each on a stream of its own and expected to be its first.
///
/// The daemon gives the ids, as it does for a person at a command line.
struct Findings {
    private static let head = Array(#"{"method":"io.jvledger.Ledger.Record","parameters":{"entries":["#.utf8)
    private static let tail = Array("]}}".utf8) + [0]
    /// The fields of one.
    static let data =
        #"{"org":"provide","outcome":"success","#
        + #""title":"Visit 00000000: what one team had missed was found by both together"}"#
    private static let template = Array(
        (#"{"type":"finding.recorded","subject":"finding/F-00000000","streamVersion":0,"#
            + #""occurred":{"date":"2019-05-14"},"data":\#(data)}"#).utf8
    )
    /// Where in the template the numbers end.
    private static let numberEnds: [Int] = template.indices.filter {
        $0 >= 8 && template[($0 - 8)..<$0].allSatisfy { $0 == UInt8(ascii: "0") }
    }

    private var last = 0

    /// A call that records the next ones.
    mutating func request(_ count: Int = 1) -> [UInt8] {
        var bytes = Self.head
        bytes.reserveCapacity(Self.head.count + count * (Self.template.count + 1) + Self.tail.count)
        for index in 0..<count {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            last += 1
            let start = bytes.count
            bytes += Self.template
            for end in Self.numberEnds { Self.write(last, endingAt: start + end, in: &bytes) }
        }
        bytes += Self.tail
        return bytes
    }

    private static func write(_ number: Int, endingAt end: Int, in bytes: inout [UInt8]) {
        var rest = number
        var place = end - 1
        while rest > 0 {
            bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
            place -= 1
        }
    }
}
