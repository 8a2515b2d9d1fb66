// SPDX-License-Identifier: Apache-2.0
import LedgerStore
import TransparencyLog
import Varlink

extension LedgerService {
    /// The tlog-proof of an entry under the latest checkpoint, as text.
    func proof(of position: UInt64, witnessed: Bool = false) throws(VarlinkError) -> String {
        let head = published.head
        do {
            let latest = witnessed ? try witnessedCheckpoint() : head.checkpoint
            guard let checkpoint = latest, position < checkpoint.size,
                let inclusion = try InclusionProof(index: position, size: checkpoint.size, reading: store)
            else {
                if witnessed, position < head.size {
                    throw VarlinkError.notFound(
                        "no checkpoint that covers entry \(position) has the cosignatures that jvctl witness policy asks for yet"
                    )
                }
                throw VarlinkError.notFound("there is no entry \(position); the ledger has \(head.size)")
            }
            let note = try cosignedNote(checkpoint)
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
