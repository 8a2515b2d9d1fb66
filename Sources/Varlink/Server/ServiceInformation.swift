// SPDX-License-Identifier: Apache-2.0

/// What a service tells about itself in the answer to `org.varlink.service.GetInfo`.
public struct ServiceInformation: Hashable, Sendable {
    /// Who makes it.
    public let vendor: String
    /// What it is.
    public let product: String
    /// Its version.
    public let version: String
    /// Where to learn more.
    public let url: String

    /// All four are shown by `varlinkctl info`, which insists on them.
    public init(vendor: String, product: String, version: String, url: String) {
        self.vendor = vendor
        self.product = product
        self.version = version
        self.url = url
    }
}
