// SPDX-License-Identifier: Apache-2.0

import Ledger
import Testing

struct EDTFWordsTests {
    @Test(arguments: [
        ("2019-08-15", "15 Aug 2019"), ("2019-08-05", "5 Aug 2019"), ("2019-08", "Aug 2019"),
        ("2019", "2019"),
        ("0987-01", "Jan 0987"), ("2019-21", "spring 2019"), ("2019-22", "summer 2019"),
        ("2019-23", "autumn 2019"), ("2019-24", "winter 2019-20"), ("2099-24", "winter 2099-00"),
        ("201X", "the 2010s"), ("20XX", "the years 2000 to 2099"), ("2019-XX", "a month of 2019"),
        ("2019-XX-XX", "a day in 2019"), ("2019-08-XX", "a day in Aug 2019"), ("2019~", "about 2019"),
        ("2019-08?", "Aug 2019 (uncertain)"), ("2019%", "about 2019 (uncertain)"),
        ("2026-11-21T10:02:59Z", "21 Nov 2026 10:02 UTC"),
        ("2026-11-21T00:02:00.5+01:00", "20 Nov 2026 23:02 UTC"),
        ("1969-12-31T23:59:59.999999Z", "31 Dec 1969 23:59 UTC"),
    ])
    func dates(text: String, words: String) throws {
        #expect(try EDTF(text).words == words)
        #expect(try EDTF(text).short == words)
    }

    @Test(arguments: [
        ("2019-08-01/2019-09-30", "between 1 Aug and 30 Sep 2019", "1 Aug/30 Sep 2019"),
        ("2019-12-30/2020-01-02", "between 30 Dec 2019 and 2 Jan 2020", "30 Dec 2019/2 Jan 2020"),
        ("2017-10/2018-03", "between Oct 2017 and Mar 2018", "Oct 2017/Mar 2018"),
        ("2019-08/2019-09", "between Aug and Sep 2019", "Aug/Sep 2019"),
        ("2019-08~/2019-09?", "between about Aug and Sep 2019 (uncertain)", "about Aug/Sep 2019 (uncertain)"),
        ("2016/2017", "between 2016 and 2017", "2016/2017"),
        ("2019-21/2019-22", "between spring 2019 and summer 2019", "spring 2019/summer 2019"),
        ("2019-08/2019", "between Aug 2019 and 2019", "Aug 2019/2019"),
        ("2019-05/..", "May 2019 or later", "May 2019/.."),
        ("2019-05~/..", "about May 2019 or later", "about May 2019/.."),
        ("../2018-03", "by Mar 2018", "../Mar 2018"),
        (
            "2026-11-21T10:02:00Z/2026-11-21T12:00:00Z",
            "between 21 Nov 2026 10:02 UTC and 21 Nov 2026 12:00 UTC",
            "21 Nov 2026 10:02 UTC/21 Nov 2026 12:00 UTC"
        ),
    ])
    func intervals(text: String, words: String, short: String) throws {
        #expect(try EDTF(text).words == words)
        #expect(try EDTF(text).short == short)
    }
}
