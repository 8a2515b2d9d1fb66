// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The organisations, bodies, posts and assignments that the ledger has now, to be found by key or by name.
public struct KnownParties: Sendable {
    /// An organisation.
    struct Organisation: Sendable {
        let key: String
        /// All names it has had.
        let names: [String]
        /// Whether nothing joint is decided without it.
        let isRequired: Bool
    }

    var organisations: [Organisation] = []
    /// Keys and titles.
    var bodies: [(key: String, title: String)] = []
    var posts: [(key: String, title: String)] = []
    /// Assignments by the post or seat they are of, and what that is called.
    var assignments: [(key: String, role: String, title: String)] = []

    /// Nothing is known.
    public init() {}

    /// Takes the replies of `io.jvledger.Roles.ListOrganisations`, `ListBodies`, `ListPosts` and `ListHolders`.
    public init(organisations: JSONObject, bodies: JSONObject, posts: JSONObject, holders: JSONObject) {
        self.organisations = organisations.objects("organisations").compactMap { organisation in
            guard let key = organisation["key"]?.text else { return nil }
            let names = organisation.objects("names").compactMap { $0["name"]?.text }
            let isPartner = organisation["partner"]?.text != "no"
            return Organisation(
                key: key,
                names: names + [organisation["name"]?.text].compactMap(\.self),
                isRequired: isPartner && organisation["right"]?.text == "required"
            )
        }
        self.bodies = Self.titled(bodies.objects("bodies"))
        self.posts = Self.titled(posts.objects("posts"))
        assignments = holders.objects("roles").flatMap { line in
            line.objects("holders").compactMap { holder in
                guard let key = holder["assignment"]?.text, let role = line["role"]?.text else { return nil }
                return (key, role, line["title"]?.text ?? "")
            }
        }
    }

    private static func titled(_ objects: [JSONObject]) -> [(key: String, title: String)] {
        objects.compactMap { object in object["key"]?.text.map { ($0, object["title"]?.text ?? "") } }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        TableField.plain(left) == TableField.plain(right)
    }

    /// The key of the organisation that a cell names.
    func organisation(_ text: String) -> String? {
        organisations.first { $0.key == text }?.key
            ?? organisations.first { organisation in
                Self.isSame(organisation.key, text) || organisation.names.contains { Self.isSame($0, text) }
            }?.key
    }

    /// The key of the body that a cell names.
    func body(_ text: String) -> String? { Self.key(text, bodies) }

    /// The key of the post that a cell names.
    func post(_ text: String) -> String? { Self.key(text, posts) }

    private static func key(_ text: String, _ things: [(key: String, title: String)]) -> String? {
        things.first { $0.key == text }?.key
            ?? things.first { isSame($0.key, text) || isSame($0.title, text) }?.key
    }

    /// The only assignment that a cell names: by its key, or by the post or seat that only one person holds.
    func assignment(_ text: String) -> String? {
        if let known = assignments.first(where: { $0.key == text }) { return known.key }
        let matches = assignments.filter {
            $0.role == text || $0.role.hasSuffix("/\(text)") || Self.isSame($0.title, text)
        }
        return matches.count == 1 ? matches[0].key : nil
    }

    /// The partners without whose consent nothing joint is decided.
    var required: [String] { organisations.filter(\.isRequired).map(\.key) }

    /// The partners that a setting says have consented: organisations between commas, or `all` whose consent is needed.
    func consenting(_ stated: String, _ book: inout DraftBook) -> [String] {
        stated == "all" ? required : TableRow.organisations(stated, self, &book)
    }

    /// The command that registers an organisation.
    static func registration(_ name: String) -> String {
        "jvctl organisation add \(name.keyed ?? "KEY") \"\(name.replacing("\"", with: "'"))\" --kind KIND"
    }
}
