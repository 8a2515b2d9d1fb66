// SPDX-License-Identifier: Apache-2.0

/// Where an export's bytes are had from, so that the verifier itself touches no file.
public protocol ExportSource {
    /// Why bytes could not be had.
    associatedtype Failure: Error

    /// Hands over the entries file from its first byte in pieces, until there are none or the body returns
    /// false.
    ///
    /// It is called again when something is wrong, to find out where.
    func readEntries(_ body: (ArraySlice<UInt8>) -> Bool) throws(Failure)

    /// The bytes of the leaf hashes file, or nil if there is none.
    func leafHashes() throws(Failure) -> [UInt8]?
}
