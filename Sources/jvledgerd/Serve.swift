// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dispatch
import Glibc
import LedgerService
import LedgerStore
import Logging
import OpenMetrics
import Systemd
import TransparencyLog
import Varlink

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the ledger of an instance; this is what systemd starts.",
        discussion: """
            Takes a socket that systemd passes; otherwise listens on its own. SIGTERM finishes what was accepted,
            SIGHUP reads access policy and log level again. By hand, for a try:

              jvledgerd --instance try --state-directory ./try --policy ./policy.yaml --socket ./try.socket

            A socket that is passed and connected already is served, and the daemon ends with it: so a ledger that no
            daemon serves can be asked by varlinkctl call exec:PROGRAM, where PROGRAM is a script that runs the line
            above without --socket.
            """
    )

    @Option(help: "The name of the instance.")
    var instance: String

    @Option(
        help:
            "Where to listen when systemd passes no socket. Default: /run/jvledger/INSTANCE/io.jvledger.Ledger."
    )
    var socket: String?

    @OptionGroup var places: Places

    func run() async throws {
        try Places.check(instance: instance)
        let threshold = LogThreshold(.info)
        let log = LedgerLog(
            logger: Logger(label: "jvledgerd") { label in
                LogOutput.suited().handler(
                    label: label,
                    identifier: "jvledgerd",
                    fieldPrefix: "JVLEDGER",
                    threshold: threshold
                )
            },
            instance: instance
        )
        do { try await serve(log, threshold) } catch let failure as Failure {
            log.log(.critical, .notServed, "\(failure.message)")
            throw Failure(status: failure.status, message: "")
        }
    }

    private func serve(_ log: LedgerLog, _ threshold: LogThreshold) async throws {
        let notifier = try Notifier()
        let configuration = try Configuration(file: places.configurationFile(instance))
        threshold.level = configuration.logLevel
        let directory = places.state(instance, configuration.stateDirectory)
        let store = try openStore(directory)
        let signer = try SigningKey.load(places.keyFile(instance, in: directory))
        let policy = PolicyFile(path: places.policyFile(instance), log: log)
        let (access, text) = try policy.load()
        let registry = MetricsRegistry(LedgerMetrics.families, labels: ["ledger": instance])
        let metrics = LedgerMetrics(registry)
        let snapshots = SnapshotFolder(path: places.snapshots(in: directory), version: version)
        let service = try start(store, signer, access, configuration, snapshots, log, metrics, notifier)
        if case .failure(let failure) = await service.adopt(access, text: text) {
            let message = "the access policy cannot be recorded: \(failure.summary)"
            throw failure.mayPass ? Failure.failed(message) : Failure.unusable(message)
        }
        let reload: Reload = { [places, instance] in
            try? notifier.send(.reloading)
            defer { try? notifier.send(.ready) }
            return await policy.reload(service, places.configurationFile(instance), threshold)
        }
        let information = ServiceInformation(
            vendor: "jvledger",
            product: "jvledgerd",
            version: version,
            url: "https://jvledger.io"
        )
        let noteConnection: @Sendable (ServerEvent) -> Void = { event in
            log.note(event)
            metrics.note(event)
        }
        let server = Server(
            interfaces: interfaces(service, reload, threshold) {
                metrics.sample(service)
                return registry.text
            }
            .map { metrics.timing($0) },
            information: information,
            limits: configuration.limits,
            tooLong: .tooLong,
            trusts: { service.caller($0).may(.record) },
            onEvent: noteConnection
        )
        let collected = Server(
            interfaces: [SystemMetricsInterface(service, registry) { metrics.sample(service) }],
            information: information,
            limits: configuration.limits,
            onEvent: noteConnection
        )
        metrics.countConnections { [weak server] in server?.connectionCount ?? 0 }
        let endpoints = try Endpoints(
            socket: socket,
            configured: configuration.socketPath,
            instance: instance
        )
        let selfCheck = Task.detached(priority: .background) {
            await service.checkItself(configuration.selfCheck)
        }
        let signals = try Signals(
            onTerminate: {
                log.log(.notice, .stopping, "Stopping: what was accepted is finished")
                try? notifier.send(.stopping)
                selfCheck.cancel()
                server.shutdown()
            },
            onHangUp: { Task { _ = await reload() } }
        )
        let heartbeat = try Heartbeat(service, notifier)
        try notifier.send(.ready, .status("Serving; entries: \(service.published.head.size)"))
        log.log(
            .notice,
            .started,
            "Serving \(signer.verifierKey.name), entries: \(service.published.head.size)"
        )
        try await run(server, collected, endpoints)
        await service.finish()
        selfCheck.cancel()
        await selfCheck.value
        // So that the file alone holds the ledger while nobody serves it: a copy of it is whole.
        try? store.scrub()
        try? notifier.send(.status("Writing a snapshot"), .extendTimeout(.seconds(60)))
        service.keepSnapshot()
        withExtendedLifetime((signals, heartbeat)) {}
    }

    /// Runs the server of the ledger to its end, and that of the metrics beside it.
    private func run(_ server: Server, _ metrics: Server, _ endpoints: Endpoints) async throws(Failure) {
        async let metricsEnd: Void? = try? metrics.run(on: endpoints.metricsListeners)
        var failure: Failure?
        do { try await server.run(on: endpoints.listeners, serving: endpoints.connections) } catch {
            failure = .failed("the server ended: \(error)")
        }
        metrics.shutdown()
        _ = await metricsEnd
        if let failure { throw failure }
    }

    private func interfaces(
        _ service: LedgerService,
        _ reload: @escaping Reload,
        _ threshold: LogThreshold,
        metrics: @escaping @Sendable () -> String
    ) -> [any VarlinkInterface] {
        InquiryInterface.all(service) + [
            LedgerInterface(service), DecisionsInterface(service), RolesInterface(service),
            BoundaryInterface(service), LogInterface(service),
            AdminInterface(
                service,
                version: version,
                ownUser: geteuid(),
                metrics: metrics,
                reload: reload
            ),
            ServiceControlInterface(service, ownUser: geteuid(), reload: reload) { level in
                threshold.level = Logger.Level(syslog: level)
            },
        ]
    }

    private func openStore(_ directory: String) throws(Failure) -> SQLiteEventStore {
        do { return try SQLiteEventStore(directory: directory) } catch {
            switch error {
            case .missing:
                throw .unusable(
                    "\(error). Create it with: jvledgerd init \(instance) --administrator USER"
                )
            case .locked: throw .tryAgain("\(error)")
            case .exists, .foreign, .newer: throw .unusable("\(error)")
            case .store(.damaged(let position, let reason)):
                let place = position.map { " at entry \($0)" } ?? ""
                throw .unusable("the ledger is damaged\(place): \(reason). Run: jvledgerd fsck \(instance)")
            case .store(let failure): throw .failed("\(failure)")
            }
        }
    }

    private func start(
        _ store: SQLiteEventStore,
        _ signer: SignerKey,
        _ access: AccessPolicy,
        _ configuration: Configuration,
        _ snapshots: SnapshotFolder,
        _ log: LedgerLog,
        _ metrics: LedgerMetrics,
        _ notifier: Notifier
    ) throws(Failure) -> LedgerService {
        do {
            return try LedgerService(
                instance: instance,
                store: store,
                signer: signer,
                policy: access,
                witnessDays: configuration.witnessDays,
                entriesPerSecondPerUser: configuration.entriesPerSecondPerUser,
                snapshots: snapshots,
                progress: { done, size in
                    let percent = size == 0 ? 100 : done * 100 / size
                    try? notifier.send(
                        .status("Replaying \(percent) % (entry \(done) of \(size))"),
                        .extendTimeout(.seconds(60))
                    )
                },
                onEvent: { event in
                    log.note(event)
                    metrics.note(event)
                    if case .failed(let failure) = event {
                        try? notifier.send(.status("Ended: \(failure)"), .errno(EIO))
                        Glibc.exit(EXIT_FAILURE)
                    }
                }
            )
        } catch {
            switch error {
            case .damaged: throw .unusable("\(error). Run: jvledgerd fsck \(instance)")
            case .notFounded, .otherKey, .newer: throw .unusable("\(error)")
            case .store: throw .failed("\(error)")
            }
        }
    }
}

extension Logger.Level {
    /// The level of a syslog number, 0 (emergency) to 7 (debug).
    fileprivate init(syslog number: Int) {
        switch number {
        case ...2: self = .critical
        case 3: self = .error
        case 4: self = .warning
        case 5: self = .notice
        case 6: self = .info
        default: self = .debug
        }
    }
}
