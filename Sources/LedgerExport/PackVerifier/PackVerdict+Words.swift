// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

extension PackVerdict {
    /// The verdict as a person reads it, one statement a line: what is shown, and what is not shown even so.
    public var lines: [String] {
        switch self {
        case .verified(let confirmation): return confirmation.lines
        case .notVerified(let fault, let sealed):
            let counts = sealed.flatMap { $0.missing + $0.altered > 0 ? "SEALED     \($0.words)" : nil }
            return ["NOT VERIFIED  \(fault)"] + [counts].compactMap(\.self)
        }
    }
}

extension PackSealedCounts {
    /// The counts in words.
    var words: String {
        let kinds = [
            (intact, "intact"), (erased, "erased"), (withheld, "withheld"), (missing, "missing"),
            (altered, "altered"),
        ]
        var words = kinds.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let why = Withholding.allCases.compactMap { why in reasons[why].map { "\(why.rawValue) \($0)" } }
        if !why.isEmpty { words += " (\(why.joined(separator: ", ")))" }
        return "sealed texts: \(words)"
    }

    /// Whether there are any.
    var isEmpty: Bool { intact + erased + withheld + missing + altered == 0 }
}

extension PackConfirmation {
    fileprivate var lines: [String] {
        var lines = extent
        if !sealed.isEmpty { lines.append("VERIFIED   \(sealed.words)") }
        for erasure in erasures where erasure.texts > 0 {
            let texts = erasure.texts == 1 ? "1 text was" : "\(erasure.texts) texts were"
            lines.append(
                "VERIFIED   entry \(erasure.position) says by what right \(texts) erased: "
                    + PackFault.printable(erasure.basis)
            )
        }
        if let record {
            lines.append("VERIFIED   entry \(record) records this pack for \(PackFault.printable(receiver))")
        } else {
            lines.append(
                "NOT SHOWN  that nothing is withheld unsaid: no entry of the ledger records this pack"
            )
        }
        if let previous {
            lines.append(
                "VERIFIED   continues the pack before, for the same receiver, of checkpoint \(previous)"
            )
        }
        if let olderSize { lines.append("VERIFIED   nothing rewritten since checkpoint \(olderSize)") }
        for cosignature in cosignatures {
            let time = UnixTime.text(cosignature.timestamp)
            lines.append("VERIFIED   cosigned by \(cosignature.witness.name) at \(time)")
        }
        if cosignatures.isEmpty {
            lines.append("NOT SHOWN  no partner cosigned: the operator could have rewritten it earlier")
        }
        if olderSize == nil {
            lines.append(
                "NOT SHOWN  whether it continues what you saw before: give that checkpoint with --since"
            )
        }
        if hasRenderings {
            lines.append("NOT SHOWN  that tables and page say the same: they are the writer's rendering")
        }
        return lines
    }

    /// Which entries there are, and what the pack cannot show of the others.
    private var extent: [String] {
        let count = entries == 1 ? "1 entry" : "\(entries) entries"
        let size = checkpoint.size
        guard !isComplete else {
            return ["VERIFIED   \(count), unaltered, none missing up to checkpoint \(size)"]
        }
        let filter = PackFault.printable(filter ?? "")
        if scope == "range" {
            return [
                "VERIFIED   \(count), unaltered, none missing of positions \(filter)",
                "NOT SHOWN  what the other \(size - entries) of \(size) entries say",
            ]
        }
        return [
            "VERIFIED   \(count) of \(scope) \(filter), unaltered",
            "NOT SHOWN  that nothing else of \(size) entries belongs to \(scope) \(filter): "
                + "that is the word of whoever wrote it",
        ]
    }
}
