// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import Systemd

/// A unix socket bound to a path or to `@name`.
func boundSocket(_ type: __socket_type, at address: String) throws -> Descriptor {
    let descriptor = try Descriptor(socket(AF_UNIX, Int32(type.rawValue), 0))
    let address = try #require(UnixSocketAddress(address))
    let result = address.withGeneric { bind(descriptor.number, $0, $1) }
    try #require(result == 0)
    return descriptor
}

/// Connects a socket to a path; returns what connect(2) does.
func connectSocket(_ client: Descriptor, to path: String) throws -> Int32 {
    let address = try #require(UnixSocketAddress(path))
    return address.withGeneric { connect(client.number, $0, $1) }
}
