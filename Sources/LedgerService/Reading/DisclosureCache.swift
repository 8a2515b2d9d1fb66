// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import Synchronization

/// Sealed texts that were read lately, so that answers with names need not wait for the disk.
///
/// Whatever is erased is forgotten at once, also what another thread is just reading: a text is kept only if nothing was
/// erased since before it was read.
final class DisclosureCache: Sendable {
    /// The most texts kept; beyond that all are forgotten, and those in use are soon back.
    static let limit = 4096
    /// The longest text that is kept, in bytes of UTF-8: names and titles are, the long ones are rarely asked for.
    static let textBytes = 1024

    /// A text, and who may read it.
    struct Kept: Sendable {
        let value: JSON
        let classification: Classification
    }

    private struct Contents {
        var texts: [Place: Kept] = [:]
        var erasures = 0
    }

    /// Where a sealed text belongs.
    struct Place: Hashable, Sendable {
        let position: UInt64
        let field: String
    }

    private let contents = Mutex(Contents())

    /// A text that is kept, or else what `read` finds, which is kept unless something is erased meanwhile.
    func text(at place: Place, _ read: () throws(StoreFailure) -> Kept?) throws(StoreFailure) -> Kept? {
        let (known, erasures) = contents.withLock { ($0.texts[place], $0.erasures) }
        if let known { return known }
        guard let kept = try read() else { return nil }
        guard let text = kept.value.text, text.utf8.count <= Self.textBytes else { return kept }
        contents.withLock { contents in
            guard contents.erasures == erasures else { return }
            if contents.texts.count >= Self.limit { contents.texts = [:] }
            contents.texts[place] = kept
        }
        return kept
    }

    /// Forgets everything: something is being erased.
    func forget() {
        contents.withLock { contents in
            contents.texts = [:]
            contents.erasures += 1
        }
    }
}
