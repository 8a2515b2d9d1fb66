// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// Finds who answers a call and checks its parameters first.
struct Dispatcher: Sendable {
    /// A call that may be made.
    struct Route: Sendable {
        /// Who answers it.
        let interface: any VarlinkInterface
        /// The call with checked parameters.
        let call: Call
        /// Whether it may be answered with a series.
        let allowsSeries: Bool
        /// Whether it runs on the connection's event loop.
        let isBrief: Bool
    }

    private struct Entry: Sendable {
        let interface: any VarlinkInterface
        let description: InterfaceDescription
    }

    private let entries: [String: Entry]

    /// Serves the given interfaces; two of one name are a mistake in the program.
    init(_ interfaces: [any VarlinkInterface]) {
        var entries: [String: Entry] = [:]
        for interface in interfaces {
            let description = interface.description
            let previous = entries.updateValue(
                Entry(interface: interface, description: description),
                forKey: description.name
            )
            precondition(previous == nil, "two interfaces are named \(description.name)")
        }
        self.entries = entries
    }

    /// Where a call goes.
    ///
    /// Throws the standard error for one that goes nowhere.
    /// An upgrade is never granted: for this server every method that is asked for one is not implemented.
    func route(_ request: Request) throws(VarlinkError) -> Route {
        let call = request.call
        guard let entry = entries[call.interface] else {
            throw .interfaceNotFound(call.interface.isEmpty ? call.method : call.interface)
        }
        guard let method = entry.description.method(named: call.name) else {
            throw .methodNotFound(call.method)
        }
        guard !request.upgrade else { throw .methodNotImplemented(call.method) }
        let parameters = try entry.description.validated(call.parameters, against: method.input)
        switch method.series {
        case .required where call.mode != .more: throw .expectedMore
        case .required, .supported, .never: break
        }
        let checked = call.with(parameters)
        return Route(
            interface: entry.interface,
            call: checked,
            allowsSeries: call.mode == .more && method.series != .never,
            isBrief: entry.interface.isBrief(checked)
        )
    }
}
