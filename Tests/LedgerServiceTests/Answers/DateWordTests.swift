// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import Testing

@testable import LedgerService

@Suite struct DateWordTests {
    @Test(
        "Bounds are said in the words of the date they came from",
        arguments: [
            "2019", "2019-08", "2019-08-15", "2019-21", "2019-24", "2018/2019", "2017-10/2018-03",
            "2019-08-01/2019-09-15", "2019-05/..", "../2018", "2019-08-15T10:00:00Z",
        ]
    )
    func boundsKeepTheirWords(date: String) throws {
        let edtf = try EDTF(date)
        #expect(edtf.bounds.words == edtf.short)
    }

    @Test func boundsOfNoDateSayTheirInstants() throws {
        let first = try #require(Timestamp("2019-08-15T10:30:00.000000Z"))
        let last = try #require(Timestamp("2019-08-15T12:00:00.000000Z"))
        #expect(Bounds(earliest: first, latest: last)?.words == "15 Aug 2019 10:30 UTC/15 Aug 2019 11:59 UTC")
        #expect(Bounds(earliest: nil, latest: nil)?.words == "at no stated date")
    }

    @Test func aSpanSaysWhichEndsAreKnown() throws {
        let (from, to) = (try EDTF("2019-10-01"), try EDTF("2021"))
        #expect(Validity().words == "always, as far as is recorded")
        #expect(Validity(from: from).json == ["when": "since 1 Oct 2019", "from": "2019-10-01"])
        #expect(Validity(to: to).json == ["when": "until 2021", "to": "2021"])
        #expect(
            Validity(from: from, to: to).json
                == ["when": "1 Oct 2019 until 2021", "from": "2019-10-01", "to": "2021"]
        )
    }
}
