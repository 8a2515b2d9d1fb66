// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import CoreMetrics
import Metrics
import Varlink

/// An interface whose calls are timed, by method, from the checked call to the answer.
struct TimedInterface: VarlinkInterface {
    let description: InterfaceDescription
    private let interface: any VarlinkInterface
    private let timers: [String: Timer]

    /// Times the calls of an interface, each method with a timer of its own.
    init(_ interface: any VarlinkInterface, timer: (String) -> Timer) {
        self.interface = interface
        description = interface.description
        timers = Dictionary(
            uniqueKeysWithValues: description.methods.map { method in
                (method.name, timer("\(interface.description.name).\(method.name)"))
            }
        )
    }

    func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError) -> JSONObject {
        let began = ContinuousClock.now
        defer { timers[call.name]?.record(duration: began.duration(to: .now)) }
        return try await interface.call(call, from: peer, series: series)
    }

    func isBrief(_ call: Call) -> Bool { interface.isBrief(call) }
}
