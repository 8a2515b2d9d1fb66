// SPDX-License-Identifier: Apache-2.0

/// Lets the options that every verb has stand before the verb too, as in `jvctl --json=short log`.
public enum LeadingOptions {
    private static let withValue = [
        "--instance", "--socket", "--host", "-H", "--json", "--for", "--valid-at", "--known-at",
        "--sourced-by",
    ]
    private static let alone = ["-j", "-q", "--quiet", "--no-legend", "--no-pager"]

    /// The arguments with such options moved behind the verb, or behind the nouns and their verb.
    ///
    /// `nouns` are the words that a verb follows, each with the nouns that it stands behind: `witness policy`.
    public static func moved(_ arguments: [String], nouns: Set<String>) -> [String] {
        var rest = arguments[...]
        var options: [String] = []
        while let argument = rest.first {
            if alone.contains(argument) || withValue.contains(where: { argument.hasPrefix($0 + "=") }) {
                options.append(rest.removeFirst())
            } else if withValue.contains(argument), rest.count > 1 {
                options += [rest.removeFirst(), rest.removeFirst()]
            } else {
                break
            }
        }
        guard !options.isEmpty, let verb = rest.first, !verb.hasPrefix("-") else { return arguments }
        var words = 1
        while words < rest.count, nouns.contains(rest.prefix(words).joined(separator: " ")) { words += 1 }
        return Array(rest.prefix(words)) + options + Array(rest.dropFirst(words))
    }
}
