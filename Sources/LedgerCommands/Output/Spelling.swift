// SPDX-License-Identifier: Apache-2.0

/// Finds what somebody who mistyped a word may have meant.
public enum Spelling {
    /// The candidate that the fewest changes of a letter lead to, if they are few for its length.
    public static func closest(to word: String, among candidates: [String]) -> String? {
        let ranked = candidates.map { (candidate: $0, distance: distance(word, $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, word.utf8.count / 3) ? best.candidate : nil
    }

    /// The least number of letters to insert, remove or replace (Levenshtein).
    static func distance(_ a: String, _ b: String) -> Int {
        let right = Array(b.lowercased().utf8)
        var row = Array(0...right.count)
        for (line, letter) in a.lowercased().utf8.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in right.indices {
                let replaced = diagonal + (letter == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
