// swift-tools-version: 6.3
import PackageDescription

/// Strictest settings from the first day: the upcoming features become defaults in Swift 7, and a warning is an error.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
]

/// The pure targets also name every unsafe use.
let pure = strict + [.strictMemorySafety()]

/// Products of other packages, named once.
extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let collections = product(name: "HashTreeCollections", package: "swift-collections")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let grdbSQLite = product(name: "GRDBSQLite", package: "GRDB.swift")
    static let logging = product(name: "Logging", package: "swift-log")
    static let metrics = product(name: "Metrics", package: "swift-metrics")
    static let metricsCore = product(name: "CoreMetrics", package: "swift-metrics")
    static let mustache = product(name: "Mustache", package: "swift-mustache")
    static let nioCore = product(name: "NIOCore", package: "swift-nio")
    static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
    static let yams = product(name: "Yams", package: "Yams")
}

let package = Package(
    name: "jvledger",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .target(name: "CanonicalJSON", swiftSettings: pure),
        .target(name: "Ledger", dependencies: ["CanonicalJSON", .collections], swiftSettings: pure),
        .target(name: "TransparencyLog", dependencies: ["CanonicalJSON", .crypto], swiftSettings: pure),
        .target(
            name: "Varlink",
            dependencies: ["CanonicalJSON", .nioCore, .nioPosix],
            swiftSettings: strict
        ),
        .target(
            name: "LedgerStore",
            dependencies: ["TransparencyLog", .grdb, .grdbSQLite],
            swiftSettings: strict
        ),
        .target(
            name: "LedgerAPI",
            resources: [.embedInCode("Interfaces")],
            swiftSettings: strict
        ),
        .target(
            name: "LedgerService",
            dependencies: [
                "CanonicalJSON", "Ledger", "LedgerAPI", "LedgerStore", "OpenMetrics", "TransparencyLog",
                "Varlink", .metrics, .metricsCore, .yams,
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "jvledgerd",
            dependencies: [
                "Ledger", "LedgerExport", "LedgerService", "LedgerStore", "OpenMetrics", "Systemd",
                "TransparencyLog", "Varlink", .argumentParser,
                .logging,
            ],
            swiftSettings: strict
        ),
        .target(
            name: "LedgerExport",
            dependencies: ["CanonicalJSON", "Ledger", "TransparencyLog", .mustache],
            resources: [.embedInCode("History/Templates"), .embedInCode("Pack/VerifyByHand.txt")],
            swiftSettings: strict
        ),
        .target(
            name: "LedgerCommands",
            dependencies: ["CanonicalJSON", "LedgerAPI", "LedgerExport", "TransparencyLog", "Varlink"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "jvctl",
            dependencies: [
                "CanonicalJSON", "LedgerAPI", "LedgerCommands", "LedgerExport", "TransparencyLog", "Varlink",
                .argumentParser,
            ],
            resources: [.embedInCode("Resources")],
            swiftSettings: strict
        ),
        .target(name: "OpenMetrics", dependencies: [.metricsCore], swiftSettings: strict),
        .target(name: "Systemd", dependencies: ["CSystemd", .logging], swiftSettings: strict),
        .testTarget(name: "CanonicalJSONTests", dependencies: ["CanonicalJSON"], swiftSettings: strict),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["CanonicalJSON", "Ledger"],
            exclude: ["Fixtures"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "TransparencyLogTests",
            dependencies: ["CanonicalJSON", "TransparencyLog"],
            exclude: ["Fixtures"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "VarlinkTests",
            dependencies: ["CanonicalJSON", "Varlink", .nioCore, .nioPosix],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LedgerStoreTests",
            dependencies: ["LedgerStore", "TransparencyLog", .grdb],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LedgerServiceTests",
            dependencies: [
                "CanonicalJSON", "Ledger", "LedgerAPI", "LedgerService", "LedgerStore", "TransparencyLog",
                "Varlink", .grdb,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "OpenMetricsTests",
            dependencies: ["OpenMetrics", .metricsCore],
            swiftSettings: strict
        ),
        .testTarget(name: "SystemdTests", dependencies: ["Systemd", .logging], swiftSettings: strict),
        .testTarget(
            name: "LedgerExportTests",
            dependencies: ["CanonicalJSON", "LedgerExport", "TransparencyLog"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "JvctlTests",
            dependencies: [
                "CanonicalJSON", "LedgerAPI", "LedgerCommands", "LedgerExport", "TransparencyLog", "Varlink",
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "TidyTests", swiftSettings: strict),
        .testTarget(
            name: "SystemTests",
            dependencies: ["CanonicalJSON", "TransparencyLog", "Varlink", "jvctl", "jvledgerd"],
            exclude: ["Fixtures"],
            swiftSettings: strict
        ),
    ]
)
