// SPDX-License-Identifier: Apache-2.0
import LedgerService
import Logging
import Systemd

/// The access policy on disk: read at the start, and again when told.
struct PolicyFile: Sendable {
    let path: String
    let log: LedgerLog

    /// The policy and its text; without a usable one the daemon does not start.
    func load() throws(Failure) -> (policy: AccessPolicy, text: String) {
        let text: String
        do { text = try TextFile.read(path) } catch {
            throw .unusable("the access policy cannot be read: \(error)")
        }
        do { return (try parse(text), text) } catch { throw .unusable("\(path): \(error)") }
    }

    /// Puts a changed policy and log level in force; what cannot be used leaves the old ones.
    func reload(
        _ service: LedgerService,
        _ configurationPath: String,
        _ threshold: LogThreshold
    ) async -> Result<String, SettingsError> {
        do {
            let text = try TextFile.read(path)
            let policy = try parse(text)
            let configuration = try Configuration(file: configurationPath)
            switch await service.adopt(policy, text: text) {
            case .failure(let failure):
                throw SettingsError(line: 0, message: "it cannot be recorded: \(failure.summary)")
            case .success: log.log(.notice, .reloaded, "The access policy changed and is in force")
            case nil:
                log.log(.notice, .reloaded, "Access policy and log level read again; the policy is unchanged")
            }
            threshold.level = configuration.logLevel
            return .success("Reloaded \(path).")
        } catch let error as SettingsError {
            return refuse("\(path): \(error)")
        } catch let error as Failure {
            return refuse(error.message)
        } catch {
            return refuse("\(error)")
        }
    }

    private func refuse(_ message: String) -> Result<String, SettingsError> {
        log.log(.error, .notReloaded, "Not reloaded, the old policy stays: \(message)")
        return .failure(SettingsError(line: 0, message: message))
    }

    private func parse(_ text: String) throws(SettingsError) -> AccessPolicy {
        let policy = try AccessPolicy(yaml: text)
        if !policy.unknownNames.isEmpty {
            let names = policy.unknownNames.joined(separator: ", ")
            log.log(
                .warning,
                .unknownNames,
                "The access policy names \(names), which this host does not know"
            )
        }
        return policy
    }
}
