// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

extension Session {
    /// A ledger with more entries than this is not asked whether it is still unused.
    private static let unusedLimit: Int64 = 10

    /// Whether a ledger of this status has nothing but its charter and its policies.
    ///
    /// The answer is no if that cannot be asked.
    public func isUnused(_ status: JSONObject) async -> Bool {
        guard let size = status.number("size"), size <= Self.unusedLimit else { return false }
        guard let page = try? await call("io.jvledger.Ledger.List") else { return false }
        return page.objects("entries").compactMap(LogEntry.init).allSatisfy { entry in
            entry.type.hasPrefix("ledger.") || entry.type.hasPrefix("policy.")
        }
    }
}
