// SPDX-License-Identifier: Apache-2.0

/// Finds what somebody who mistyped a word may have meant.
public enum Spelling {
    /// The candidate that the fewest changes of a letter lead to, if they are few for its length.
    public static func closest(to word: String, among candidates: [String]) -> String? {
        let ranked = candidates.map { (candidate: $0, distance: distance(word, $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, word.utf8.count / 3) ? best.candidate : nil
    }

    /// The least number of letters to insert, remove, replace or swap with their neighbour.
    ///
    /// That is the distance of optimal string alignment.
    private static func distance(_ a: String, _ b: String) -> Int {
        let left = Array(a.lowercased().utf8)
        let right = Array(b.lowercased().utf8)
        var before: [Int] = []
        var row = Array(0...right.count)
        for line in left.indices {
            var next = [line + 1]
            for column in right.indices {
                let replaced = row[column] + (left[line] == right[column] ? 0 : 1)
                var least = min(replaced, row[column + 1] + 1, next[column] + 1)
                if line > 0, column > 0, left[line] == right[column - 1], left[line - 1] == right[column] {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            before = row
            row = next
        }
        return row[right.count]
    }
}
