// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import LedgerAPI
public import Varlink

/// Answers io.systemd.service: what systemd expects of every service that speaks Varlink.
public struct ServiceControlInterface: VarlinkInterface {
    public let description: InterfaceDescription
    private let service: LedgerService
    private let ownUser: UInt32
    private let reload: Reload
    private let setLogLevel: @Sendable (Int) -> Void

    /// Lets root, administrators and the service's own user reload and set the log level; everyone may ping.
    public init(
        _ service: LedgerService,
        ownUser: UInt32,
        reload: @escaping Reload,
        setLogLevel: @escaping @Sendable (Int) -> Void
    ) {
        self.service = service
        self.ownUser = ownUser
        self.reload = reload
        self.setLogLevel = setLogLevel
        description = InterfaceDescription(builtIn: Interfaces.serviceControl)
    }

    public func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError)
        -> JSONObject
    {
        switch call.name {
        case "Ping": return JSONObject()
        case "Reload":
            try authorise(peer, call.method)
            switch await reload() {
            case .success: return JSONObject()
            case .failure: throw VarlinkError("io.systemd.service.InconsistentConfiguration")
            }
        case "SetLogLevel":
            try authorise(peer, call.method)
            guard let level = call.parameters["level"]?.integer, (0...7).contains(level) else {
                throw .invalidParameter("level")
            }
            setLogLevel(Int(level))
            return JSONObject()
        default: throw .methodNotImplemented(call.method)
        }
    }

    private func authorise(_ peer: Peer, _ method: String) throws(VarlinkError) {
        do { try service.authoriseControl(peer, ownUser: ownUser, method) } catch { throw .permissionDenied }
    }
}
