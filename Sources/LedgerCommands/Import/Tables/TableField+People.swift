// SPDX-License-Identifier: Apache-2.0

// Headings that mean the fields of lists of posts, and of the sheets of network surveys.

extension TableField {
    /// The columns of a list of posts and who holds them.
    static let posts = [
        TableField(
            "key",
            "the key of the post",
            "id; ref; post key; post id; post no; post number"
        ),
        TableField(
            "post",
            "what the post is called",
            "role; post title; job title; role title; position; title; job; job role"
        ),
        TableField(
            "holder",
            "who holds it: a name, which is kept sealed, or a number such as P-0001",
            "post holder; postholder; name; held by; person; incumbent; role holder; holder name; "
                + "full name"
        ),
        TableField(
            "org",
            "the organisation that employs whoever holds it",
            "organisation; employer; host; employing organisation; host organisation; "
                + "home organisation; organization; partner"
        ),
        TableField(
            "spans",
            "the organisations that the post works across",
            "organisations; partners; works across; funders; funded by; spans"
        ),
        TableField(
            "joint",
            "whether several organisations pay for it",
            "jointly funded; joint funding; joint post; shared post"
        ),
        TableField(
            "from",
            "since when it is held",
            "start; start date; since; date from; from date; appointed; date appointed; "
                + "in post since"
        ),
        TableField(
            "to",
            "until when it is held",
            "end; end date; until; date to; to date; left; term ends"
        ),
        TableField(
            "capacity",
            "substantive, acting, deputy or advisor",
            "basis; holding; acting"
        ),
        TableField(
            "fraction",
            "the share of the whole in percent",
            "share; fte percent; percent"
        ),
        TableField(
            "decision",
            "the key of the decision that led to it",
            "decision ref; agreed in"
        ),
    ]

    /// The columns of a list of who turns to whom.
    static let ties = [
        TableField(
            "seeker",
            "who asks for advice",
            "respondent; from; ego; who asks; advice seeker; nominator; sender"
        ),
        TableField(
            "source",
            "whom they ask",
            "alter; to; nominee; advisor; adviser; who is asked; advice source; target; receiver"
        ),
        TableField(
            "strength",
            "how strong the tie is",
            "weight; frequency; value; tie strength; score"
        ),
    ]

    /// The columns of a matrix of who turns to whom.
    static let matrix = [
        TableField(
            "respondent",
            "who asks for advice",
            "name; respondents; seeker; ego; from; who; id; person"
        ),
        TableField("alter", "one whom they ask: 0 or nothing, 1, or the strength of the tie"),
    ]
}
