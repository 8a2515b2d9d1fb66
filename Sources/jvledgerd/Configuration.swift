// SPDX-License-Identifier: Apache-2.0
import LedgerService
import Logging
import Varlink

/// The settings of an instance; every one has a default, and an unknown one is refused with its line.
struct Configuration {
    var stateDirectory: String?
    var socketPath: String?
    var logLevel = Logger.Level.info
    var limits = Limits()
    /// How many entries a second one user may record.
    var entriesPerSecondPerUser = LedgerService.entriesPerSecondPerUser
    var selfCheck = SelfCheckPace()
    /// After how many days without the cosignatures that are needed the ledger has gone too long without.
    var witnessDays = 7

    init() {}

    /// Reads a configuration file; one that is absent is all defaults.
    init(file path: String) throws(Failure) {
        let text: String
        do { text = try TextFile.read(path) } catch {
            guard error.isMissing else { throw .unusable("the configuration cannot be read: \(error)") }
            self.init()
            return
        }
        do { try self.init(yaml: text) } catch { throw .unusable("\(path): \(error)") }
    }

    init(yaml text: String) throws(SettingsError) {
        self.init()
        guard let root = try SettingsNode.root(of: text) else { return }
        for (key, value) in try root.members() {
            switch key.text {
            case "stateDirectory": stateDirectory = try value.scalar().text
            case "socketPath": socketPath = try value.scalar().text
            case "logLevel":
                let name = try value.scalar()
                guard let level = Logger.Level(rawValue: name.text) else {
                    let all = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
                    throw SettingsError(
                        line: name.line,
                        message: "\(name.text) is not a log level; there are \(all)"
                    )
                }
                logLevel = level
            case "limits": try readLimits(value)
            case "selfCheck": try readSelfCheck(value)
            case "witnessDays":
                witnessDays = try Self.number(value, key.text, LedgerService.witnessDaysRange)
            default: throw SettingsError(line: key.line, message: "\(key.text) is not a setting")
            }
        }
    }

    private mutating func readLimits(_ node: SettingsNode) throws(SettingsError) {
        for (key, value) in try node.members() {
            switch key.text {
            case "connections": limits.connections = try Self.number(value, key.text, 1...4096)
            case "connectionsPerUser": limits.connectionsPerUser = try Self.number(value, key.text, 1...1024)
            case "callsPerUser": limits.callsPerUser = try Self.number(value, key.text, 1...1024)
            case "bytesPerSecondPerUser":
                limits.bytesPerSecondPerUser = try Self.number(value, key.text, 65_536...(1 << 30))
            case "entriesPerSecondPerUser":
                entriesPerSecondPerUser = try Self.number(value, key.text, 1...1_000_000)
            case "messageBytes":
                limits.trustedMessageBytes = try Self.number(value, key.text, 65_536...(16 << 20))
                limits.messageBytes = min(limits.messageBytes, limits.trustedMessageBytes)
            default: throw SettingsError(line: key.line, message: "\(key.text) is not a limit")
            }
        }
    }

    private mutating func readSelfCheck(_ node: SettingsNode) throws(SettingsError) {
        for (key, value) in try node.members() {
            switch key.text {
            case "bytesPerSecond":
                selfCheck.bytesPerSecond = try Self.number(value, key.text, SelfCheckPace.rates)
            case "minutesBetweenPasses":
                selfCheck.minutesBetweenPasses = try Self.number(value, key.text, SelfCheckPace.gaps)
            default: throw SettingsError(line: key.line, message: "\(key.text) is not a setting of selfCheck")
            }
        }
    }

    private static func number(
        _ node: SettingsNode,
        _ name: String,
        _ range: ClosedRange<Int>
    ) throws(SettingsError) -> Int {
        let scalar = try node.scalar()
        guard let number = Int(scalar.text), range.contains(number) else {
            throw SettingsError(
                line: scalar.line,
                message: "\(name) is a number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }
}
