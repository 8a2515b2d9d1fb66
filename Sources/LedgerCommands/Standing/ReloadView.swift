// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// What came of a reload, for people.
public enum ReloadView {
    /// The lines of a reply of `io.jvledger.Admin.Reload`.
    public static func lines(_ reply: JSONObject) -> [String] { [reply.line("message") ?? "Reloaded."] }
}
