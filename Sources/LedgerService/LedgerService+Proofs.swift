// SPDX-License-Identifier: Apache-2.0
import LedgerStore
import TransparencyLog
import Varlink

extension LedgerService {
    /// The tlog-proof of an entry under the latest checkpoint, as text.
    func proof(of position: UInt64) throws(VarlinkError) -> String {
        let head = published.head
        do {
            guard let checkpoint = head.checkpoint,
                let inclusion = try InclusionProof(index: position, size: head.size, reading: store)
            else { throw VarlinkError.notFound("there is no entry \(position); the ledger has \(head.size)") }
            let note = try SignedNote(parsing: checkpoint.note)
            return String(
                decoding: TransparencyProof(inclusion: inclusion, checkpoint: note).bytes,
                as: UTF8.self
            )
        } catch let error as VarlinkError {
            throw error
        } catch {
            throw .tryAgain("the proof cannot be made: \(error)")
        }
    }
}
