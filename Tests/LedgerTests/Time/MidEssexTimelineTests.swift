// SPDX-License-Identifier: Apache-2.0

import Ledger
import Testing

/// The 26 dated facts of the journey of integrated care in Mid Essex, 2012 to 2021; none has a day.
struct MidEssexTimelineTests {
    /// The number of the fact, its date in the words of the sources and in EDTF, and the days it may mean.
    static let facts: [(number: Int, said: String, text: String, firstDay: String, lastDay: String)] = [
        (1, "late 2012", "2012-10/2012-12", "2012-10-01", "2012-12-31"),
        (2, "2013", "2013", "2013-01-01", "2013-12-31"),
        (3, "early 2013", "2013-01/2013-04", "2013-01-01", "2013-04-30"),
        (4, "early 2013", "2013-01/2013-04", "2013-01-01", "2013-04-30"),
        (5, "Sept 2014", "2014-09", "2014-09-01", "2014-09-30"),
        (6, "October 2015", "2015-10", "2015-10-01", "2015-10-31"),
        (7, "2016-2017", "2016/2017", "2016-01-01", "2017-12-31"),
        (8, "2016-2017", "2016/2017", "2016-01-01", "2017-12-31"),
        (9, "2016-2017", "2016/2017", "2016-01-01", "2017-12-31"),
        (10, "October 2017", "2017-10", "2017-10-01", "2017-10-31"),
        (11, "after October 2017 and by March 2018", "2017-10/2018-03", "2017-10-01", "2018-03-31"),
        (12, "after October 2017 and by March 2018", "2017-10/2018-03", "2017-10-01", "2018-03-31"),
        (13, "by March 2018", "2017-10/2018-03", "2017-10-01", "2018-03-31"),
        (14, "March 2018", "2018-03", "2018-03-01", "2018-03-31"),
        (15, "2018-2019", "2018/2019", "2018-01-01", "2019-12-31"),
        (16, "early 2019", "2019-01/2019-04", "2019-01-01", "2019-04-30"),
        (17, "early 2019", "2019-01/2019-04", "2019-01-01", "2019-04-30"),
        (18, "May 2019", "2019-05", "2019-05-01", "2019-05-31"),
        (19, "July 2019", "2019-07", "2019-07-01", "2019-07-31"),
        (20, "after May 2019", "2019-05/2020", "2019-05-01", "2020-12-31"),
        (21, "after May 2019 and before late summer 2019", "2019-05/2019-08", "2019-05-01", "2019-08-31"),
        (22, "late summer 2019", "2019-08/2019-09", "2019-08-01", "2019-09-30"),
        (23, "2020", "2020", "2020-01-01", "2020-12-31"),
        (24, "September 2020", "2020-09", "2020-09-01", "2020-09-30"),
        (25, "2020", "2020", "2020-01-01", "2020-12-31"),
        (26, "2021", "2021", "2021-01-01", "2021-12-31"),
    ]

    @Test(arguments: facts)
    func boundsAreTheDaysItMayMean(
        fact: (number: Int, said: String, text: String, firstDay: String, lastDay: String)
    ) throws {
        for text in [fact.text, fact.text.replacing("/", with: "~/"), fact.text + "?"] {
            let bounds = try EDTF(text).bounds
            #expect(
                bounds.earliest == (try EDTF(fact.firstDay)).bounds.earliest,
                "\(fact.number) \(fact.said)"
            )
            #expect(bounds.last == (try AsOf(fact.lastDay)).instant, "\(fact.number) \(fact.said)")
        }
    }

    @Test func orderIsOnlyKnownWhereTheSourcesTellIt() throws {
        let bounds = try Self.facts.map { try EDTF($0.text).bounds }
        let (report, board, advisor, workshop, minutes, post) = (
            bounds[1], bounds[12], bounds[13], bounds[17], bounds[18], bounds[21]
        )
        #expect(report.precedes(board) == .yes)
        #expect(board.precedes(advisor) == .possibly)
        #expect(workshop.precedes(minutes) == .yes)
        #expect(minutes.precedes(workshop) == .no)
        #expect(workshop.precedes(post) == .yes)
        #expect(bounds[20].overlaps(post) && bounds[20].precedes(post) == .possibly)
        #expect(!workshop.overlaps(minutes))
    }

    @Test func theBoardExistsForCertainFromTheEndOfMarch2018() throws {
        let board = Validity(from: try EDTF(Self.facts[12].text))
        for (day, truth) in [("2017-09-30", Truth.no), ("2017-10-01", .possibly), ("2018-03-30", .possibly)] {
            #expect(board.holds(at: try AsOf(day).instant) == truth)
        }
        #expect(board.holds(at: try AsOf("2018-03-31").instant) == .yes)
    }
}
