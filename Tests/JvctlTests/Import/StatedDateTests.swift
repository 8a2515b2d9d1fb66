// SPDX-License-Identifier: Apache-2.0
import LedgerCommands
import Testing

/// Dates as people write them.
struct StatedDateTests {
    @Test(
        "An exact date becomes EDTF, without words",
        arguments: [
            ("2019", "2019"), ("2019-05", "2019-05"), ("2019-05-17", "2019-05-17"),
            ("2019-05-17 10:30", "2019-05-17"), ("2019-05-17T10:30:00Z", "2019-05-17"),
            ("17/05/2019", "2019-05-17"), ("3/4/2019", "2019-04-03"), ("17.5.2019", "2019-05-17"),
            ("17-05-2019", "2019-05-17"), ("17 May 2019", "2019-05-17"), ("17th May 2019", "2019-05-17"),
            ("Fri 17 May 2019", "2019-05-17"), ("May 17, 2019", "2019-05-17"), ("May 2019", "2019-05"),
            ("Sept 2019", "2019-09"), ("sep. 2019", "2019-09"), ("October 2015", "2015-10"),
            ("2016-2017", "2016/2017"), ("2016–2017", "2016/2017"), ("2019-08/2019-09", "2019-08/2019-09"),
            ("29/02/2020", "2020-02-29"),
        ]
    )
    func exact(text: String, edtf: String) throws {
        let date = try #require(StatedDate(text))
        #expect(date.edtf == edtf)
        #expect(date.words == nil)
    }

    @Test(
        "Words that say it less exactly are kept beside the bounds",
        arguments: [
            ("early 2013", "2013-01/2013-04"), ("Late 2012", "2012-10/2012-12"),
            ("late summer 2019", "2019-08/2019-09"), ("early summer 2019", "2019-06/2019-07"),
            ("summer 2011", "2011-22"), ("Q2 2019", "2019-04/2019-06"),
            ("late winter 2019", "2020-02/2020-03"),
        ]
    )
    func vague(text: String, edtf: String) throws {
        let date = try #require(StatedDate(text))
        #expect(date.edtf == edtf)
        #expect(date.words == text)
    }

    @Test("The order of day and month is the one that was said")
    func order() {
        #expect(StatedDate("03/04/2019", .dayFirst)?.edtf == "2019-04-03")
        #expect(StatedDate("03/04/2019", .monthFirst)?.edtf == "2019-03-04")
        #expect(StatedDate("17/05/2019", .monthFirst) == nil)
    }

    @Test(
        "What is no date, or could be several, is none",
        arguments: [
            "", "soon", "31/02/2019", "29/02/2019", "17/05/19", "2019/20", "13/2019", "2019-13", "May", "TBC",
            "2019-05-17 noon", "2020-2019", "mid 2019", "32 May 2019", "17 Mai 2019", "20190517",
        ]
    )
    func none(text: String) { #expect(StatedDate(text) == nil) }
}
