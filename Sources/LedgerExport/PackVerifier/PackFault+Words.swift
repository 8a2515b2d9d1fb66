// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

extension PackFault: CustomStringConvertible {
    public var description: String { position.map { "entry \($0): \(reason)" } ?? "\(reason)" }

    /// A text from unbelieved bytes as it can be shown: printable ASCII, and not long.
    static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(200).map { (0x20...0x7E).contains($0.value) ? $0 : "?" }
            )
        )
    }
}

extension PackFault.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .archive(let fault): "the archive \(fault)"
        case .missing(let path): "\(PackFault.printable(path)) is missing"
        case .malformed(let path): "\(PackFault.printable(path)) cannot be read as what it should be"
        case .stray(let path): "\(PackFault.printable(path)) does not belong in this pack"
        case .checkpoint(let path, let error): "\(path): \(error.words)"
        case .otherLedger(let origin): "the older checkpoint is of another ledger, \(origin)"
        case .cut(let size): "missing, though checkpoint \(size) has it: the end was cut off"
        case .rewritten(let size): "not what was signed at checkpoint \(size): history was rewritten since"
        case .altered: "not the bytes that were signed"
        case .replaced(let other): "entry \(other) stands in its place"
        case .hashAltered: "its hash in the tile is not the one that was signed"
        case .otherTree: "neither entries nor tiles are those that were signed"
        case .tileAltered(let path): "\(path) does not follow from the tiles below it"
        case .notListed: "missing in \(PackPaths.entries)"
        case .beyond: "beyond what the pack is about"
        case .disordered: "a line of \(PackPaths.entries) is no entry, or out of order"
        case .gap(let stream): "the one before it on \(PackFault.printable(stream)) is missing"
        case .unproven(let path): "\(path) is not what was signed"
        case .sealedAltered(let name): "its sealed text \(PackFault.printable(name)) is altered"
        case .sealedMissing(let name): "its sealed text \(PackFault.printable(name)) is missing"
        case .notErased(let name):
            "its sealed text \(PackFault.printable(name)) is said to be erased, and no entry says so"
        case .shownErased(let name, let by):
            "its sealed text \(PackFault.printable(name)) is shown, though entry \(by) erased it"
        case .sealedStray: "a line of \(PackPaths.disclosures) belongs to no sealed text"
        case .manifest(let member): "what \(PackPaths.manifest) says of \(member) is not so"
        case .record("manifest"): "\(PackPaths.manifest) is not the one that the ledger recorded"
        case .record(let member): "\(PackPaths.recordEntry) does not fit this pack: \(member)"
        case .unrecorded: "nothing records this pack, and it does not say so"
        case .fileAltered(let path): "\(PackFault.printable(path)) is not the file that the manifest lists"
        case .fileUnlisted(let path): "\(PackFault.printable(path)) is not listed in the manifest"
        case .previous: "it does not continue the pack that its receiver had before"
        }
    }
}

extension TarFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notTar: "is not one of a pack: a block that begins a file is malformed"
        case .checksum: "was altered: the checksum of a block is wrong"
        case .notAFile(let path): "has \(PackFault.printable(path)), which is no plain file"
        case .twice(let path): "has \(PackFault.printable(path)) twice"
        case .unknown(let path): "has \(PackFault.printable(path)), which no pack has"
        case .cutOff: "is cut off"
        case .trailing: "has bytes that belong to no file"
        case .tooMany: "has more files than a pack can have"
        }
    }
}
