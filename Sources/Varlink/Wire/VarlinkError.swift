// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// An error that answers a call: a fully qualified name and the parameters its interface declares for it.
public struct VarlinkError: Error, Hashable, Sendable {
    /// The interface, a dot and the error's name.
    public let name: String
    /// What the interface declares for this error.
    public let parameters: JSONObject

    /// An error by its fully qualified name.
    public init(_ name: String, _ parameters: JSONObject = JSONObject()) {
        self.name = name
        self.parameters = parameters
    }
}

/// The errors every service may answer with, declared by `org.varlink.service`.
extension VarlinkError {
    /// No interface of this name is served here.
    public static func interfaceNotFound(_ interface: String) -> VarlinkError {
        standard("InterfaceNotFound", "interface", interface)
    }

    /// The interface has no such method; the name is fully qualified.
    public static func methodNotFound(_ method: String) -> VarlinkError {
        standard("MethodNotFound", "method", method)
    }

    /// The interface declares the method, but this service does not implement it so; the name is fully
    /// qualified.
    public static func methodNotImplemented(_ method: String) -> VarlinkError {
        standard("MethodNotImplemented", "method", method)
    }

    /// A parameter is missing, undeclared, of the wrong type or out of range.
    ///
    /// Inside of arrays, maps and structures it is named by its dotted path, such as `entries.0.data`.
    public static func invalidParameter(_ path: String) -> VarlinkError {
        standard("InvalidParameter", "parameter", path)
    }

    /// The caller may not do this.
    public static let permissionDenied = VarlinkError("org.varlink.service.PermissionDenied")

    /// The method answers with a series and must be called with `more`.
    public static let expectedMore = VarlinkError("org.varlink.service.ExpectedMore")

    /// The connection is gone, so that no reply can be delivered.
    ///
    /// It never crosses the wire. The name is the one that sd-varlink uses for the same thing.
    public static let disconnected = VarlinkError("io.systemd.Disconnected")

    private static func standard(_ error: String, _ parameter: String, _ value: String) -> VarlinkError {
        var parameters = JSONObject()
        parameters[parameter] = .string(value)
        return VarlinkError("org.varlink.service." + error, parameters)
    }
}

extension VarlinkError: CustomStringConvertible {
    public var description: String {
        guard !parameters.isEmpty else { return name }
        return name + " " + String(decoding: JSON.object(parameters).compactBytes(), as: UTF8.self)
    }
}
