// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// `org.varlink.service`, which every service provides (UAPI.20 Varlink, "The org.varlink.service
/// Interface").
struct ServiceInterface: VarlinkInterface {
    let description: InterfaceDescription
    private let information: JSONObject
    private let texts: [String: String]

    /// The interface for a service that offers these, besides this one.
    init(_ information: ServiceInformation, _ others: [InterfaceDescription]) {
        description = InterfaceDescription(builtIn: Self.text)
        var texts = [description.name: description.text]
        for other in others { texts[other.name] = other.text }
        self.texts = texts

        var members = JSONObject()
        members["vendor"] = .string(information.vendor)
        members["product"] = .string(information.product)
        members["version"] = .string(information.version)
        members["url"] = .string(information.url)
        members["interfaces"] = .array(texts.keys.sorted().map(JSON.string))
        self.information = members
    }

    func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError) -> JSONObject {
        switch call.name {
        case "GetInfo": return information
        case "GetInterfaceDescription":
            guard let name = call.parameters["interface"]?.text else { throw .invalidParameter("interface") }
            guard let text = texts[name] else { throw .interfaceNotFound(name) }
            var reply = JSONObject()
            reply["description"] = .string(text)
            return reply
        default: throw .methodNotImplemented(call.method)
        }
    }

    func isBrief(_ call: Call) -> Bool { true }

    private static let text = """
        # The Varlink Service Interface is provided by every varlink service.
        # It describes the service and the interfaces it implements.
        interface org.varlink.service

        # Get a list of all the interfaces a service provides and information about the implementation.
        method GetInfo() -> (vendor: string, product: string, version: string, \
        url: string, interfaces: []string)

        # Get the description of an interface that is implemented by this service.
        method GetInterfaceDescription(interface: string) -> (description: string)

        # The requested interface was not found.
        error InterfaceNotFound (interface: string)
        # The requested method was not found
        error MethodNotFound (method: string)
        # The interface defines the requested method, but the service does not implement it.
        error MethodNotImplemented (method: string)
        # One of the passed parameters is invalid.
        error InvalidParameter (parameter: string)
        # Client is denied access
        error PermissionDenied ()
        # Method is expected to be called with 'more' set to true, but wasn't
        error ExpectedMore ()
        # Method is expected to be called with 'upgrade' set to true, but wasn't
        error ExpectedUpgrade ()

        """
}
