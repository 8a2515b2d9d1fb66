// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The right to write a ledger: an exclusive lock on the file `lock` in its directory.
///
/// The kernel gives it back when the process ends, however it ends. The file stays: whoever removed it could let
/// two processes lock two files of the same name.
struct DirectoryLock: ~Copyable {
    private let file: File

    /// Takes the lock at once or not at all.
    init(directory: String) throws(OpeningFailure) {
        let path = "\(directory)/lock"
        let file = try Self.open(path)
        let isOurs: Bool
        do throws(StoreFailure) { isOurs = try file.lock() } catch { throw .store(error) }
        guard isOurs else { throw .locked(path: path) }
        self.file = file
    }

    private static func open(_ path: String) throws(OpeningFailure) -> File {
        do throws(StoreFailure) {
            return try File(path, flags: O_RDWR | O_CREAT)
        } catch {
            throw .store(error)
        }
    }
}
