// SPDX-License-Identifier: Apache-2.0

/// The wire contract: the text of every interface, to the byte what `GetInterfaceDescription` returns.
public enum Interfaces {
    /// io.jvledger.Ledger: recording, reading and watching entries.
    public static let ledger = text(PackageResources.io_jvledger_Ledger_varlink)
    /// io.jvledger.Decisions: questions about decisions.
    public static let decisions = text(PackageResources.io_jvledger_Decisions_varlink)
    /// io.jvledger.Roles: questions about organisations, partners, bodies, posts and who holds and pays them.
    public static let roles = text(PackageResources.io_jvledger_Roles_varlink)
    /// io.jvledger.Boundary: questions about what is done across boundaries, and about disputes.
    public static let boundary = text(PackageResources.io_jvledger_Boundary_varlink)
    /// io.jvledger.Evaluation: questions about objectives, measures, benefits and costs.
    public static let evaluation = text(PackageResources.io_jvledger_Evaluation_varlink)
    /// io.jvledger.Learning: questions about lessons, practices and the learning journey.
    public static let learning = text(PackageResources.io_jvledger_Learning_varlink)
    /// io.jvledger.Audit: questions about how complete, authorised and timely the record is.
    public static let audit = text(PackageResources.io_jvledger_Audit_varlink)
    /// io.jvledger.Log: the ledger as a transparency log.
    public static let log = text(PackageResources.io_jvledger_Log_varlink)
    /// io.jvledger.Admin: what an administrator asks.
    public static let admin = text(PackageResources.io_jvledger_Admin_varlink)
    /// io.systemd.service: what systemd expects of every service.
    public static let serviceControl = text(PackageResources.io_systemd_service_varlink)
    /// io.systemd.Metrics: what collectors of metrics ask; on a socket of its own, as few clients can read its definition.
    public static let systemMetrics = text(PackageResources.io_systemd_Metrics_varlink)

    /// Every interface of the ledger's socket by its name, in the order in which a service lists them.
    public static let all: [(name: String, text: String)] = [
        ("io.jvledger.Ledger", ledger),
        ("io.jvledger.Decisions", decisions),
        ("io.jvledger.Roles", roles),
        ("io.jvledger.Boundary", boundary),
        ("io.jvledger.Evaluation", evaluation),
        ("io.jvledger.Learning", learning),
        ("io.jvledger.Audit", audit),
        ("io.jvledger.Log", log),
        ("io.jvledger.Admin", admin),
        ("io.systemd.service", serviceControl),
    ]

    /// The text of an interface, or nil if there is none of that name.
    public static func text(of name: String) -> String? { all.first { $0.name == name }?.text }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
