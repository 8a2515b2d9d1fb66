// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
public import Ledger
import LedgerStore

extension LedgerService {
    /// How many entries are looked at in microseconds.
    private static let briefEntries = 32

    /// Whether little has to be looked at to say how a post or seat is now.
    func isBrief(_ role: Subject, _ parameters: JSONObject) -> Bool {
        guard parameters["knownAt"] == nil, parameters["sourcedBy"] == nil else { return false }
        let published = publication.current
        let assignments = published.state.roles.assignmentsByRole[role]?.count ?? 0
        return assignments + published.state.version(of: role) <= Self.briefEntries
    }

    /// The positions of a stream's entries that a view lets count.
    public func positions(of subject: Subject, in view: View) -> [UInt64] {
        do throws(StoreFailure) {
            let version = published.state.version(of: subject)
            let all = try streams.positions(of: subject, version: version) { () throws(StoreFailure) in
                try store.positions(ofSubject: subject.description)
            }
            return all.last.map { $0 < view.state.size } == true ? all : all.filter { $0 < view.state.size }
        } catch {
            alarm.hear(error)
            return []
        }
    }
}
