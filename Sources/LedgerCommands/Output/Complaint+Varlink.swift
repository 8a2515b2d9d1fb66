// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
public import Varlink

extension Complaint {
    /// The name of the error that an answer would be longer than any client reads.
    public static let tooLong = "io.jvledger.Ledger.TooLong"

    /// What the ledger's error means for whoever typed the command: the one mapping of errors to exit codes.
    public init(_ error: VarlinkError) {
        let parameters = error.parameters
        let message = parameters["message"]?.text
        let next = (parameters["next"]?.array ?? []).compactMap(\.text)
        func complaint(_ status: ProgramExit, _ heading: String, _ text: String, _ commands: [String])
            -> Complaint
        {
            Complaint(
                status,
                text,
                heading: heading,
                next: commands,
                name: error.name,
                parameters: parameters
            )
        }
        switch error.name {
        case "io.jvledger.Ledger.Refused":
            self = complaint(.refused, "Refused", message ?? "a rule refuses it", next)
        case "io.jvledger.Ledger.Invalid":
            let path = parameters["path"]?.text ?? ""
            let text = message ?? "it is not what its type declares"
            self = complaint(.refused, "Not valid", text.contains(path) ? text : "\(path): \(text)", next)
        case "io.jvledger.Ledger.IdConflict":
            self = complaint(.refused, "Refused", message ?? "the id was used for another entry", next)
        case "io.jvledger.Ledger.WrongStreamVersion":
            self = complaint(.refused, "Refused", Self.streamMoved(parameters), next)
        case "io.jvledger.Ledger.NotPermitted":
            self = complaint(.notPermitted, "Refused", message ?? "you may not do this", ["jvctl whoami"])
        case "org.varlink.service.PermissionDenied":
            self = complaint(.notPermitted, "Refused", "you may not do this", ["jvctl whoami"])
        case "io.jvledger.Ledger.TryAgain":
            self = complaint(.tryAgain, "Not now", message ?? "the ledger takes no entries for now", next)
        case "io.jvledger.Ledger.ReadOnly":
            self = complaint(
                .failed,
                "Read-only",
                message ?? "the ledger was found damaged",
                ["jvctl status"]
            )
        case "io.jvledger.Ledger.BadQuestion":
            self = complaint(.usage, "Not valid", message ?? "the question cannot be asked so", next)
        case Self.tooLong:
            self = complaint(.failed, "Not answered", message ?? "the answer is too long", next)
        case "io.jvledger.Ledger.NotFound":
            self = complaint(.failed, "Not found", message ?? "there is no such thing", next)
        case "io.jvledger.Decisions.NoSuchDecision":
            self = complaint(
                .failed,
                "Not found",
                Self.absent("decision", parameters),
                ["jvctl decision list"]
            )
        case "io.jvledger.Roles.NoSuchBody":
            self = complaint(.failed, "Not found", Self.absent("body", parameters), ["jvctl body list"])
        case "io.jvledger.Roles.NoSuchMeeting":
            self = complaint(.failed, "Not found", Self.absent("meeting", parameters), [])
        case "io.jvledger.Roles.NoSuchSeat":
            self = complaint(.failed, "Not found", Self.absent("seat", parameters), [])
        case "io.jvledger.Roles.NoSuchPost":
            self = complaint(.failed, "Not found", Self.absent("post", parameters), ["jvctl post list"])
        case "io.jvledger.Roles.NoSuchPerson":
            self = complaint(.failed, "Not found", Self.absent("person", parameters), ["jvctl role list"])
        case "io.jvledger.Boundary.NoSuchOrganisation":
            let text = Self.absent("organisation", parameters)
            self = complaint(.failed, "Not found", text, ["jvctl organisation list"])
        case "io.jvledger.Log.OutOfRange":
            let size = parameters["size"]?.integer ?? 0
            let text = "there is no such entry or checkpoint; the ledger has \(size) entries"
            self = complaint(.failed, "Not found", text, [])
        case "io.jvledger.Log.BadCheckpoint":
            self = complaint(.refused, "Not taken", message ?? "the checkpoint cannot be taken", next)
        case "io.jvledger.Log.Forked":
            let text = "\(message ?? "the ledger's history was changed"); the ledger takes no more entries"
            self = complaint(.failed, "NOT COSIGNED", text, ["jvctl status"])
        case "io.jvledger.Admin.Behind":
            let text =
                "the ledger has \(parameters["size"]?.integer ?? 0) entries, fewer than this backup: it was set back "
                + "since, or the backup is of another ledger"
            self = complaint(.failed, "NOT BACKED UP", text, ["jvctl status"])
        case "io.jvledger.Admin.NotUsable":
            let text = message ?? "the new configuration cannot be used"
            self = complaint(.refused, "Not usable", text, next)
        case "org.varlink.service.InvalidParameter":
            self = complaint(.refused, "Not valid", Self.unaccepted(parameters), next)
        case "org.varlink.service.InterfaceNotFound", "org.varlink.service.MethodNotFound",
            "org.varlink.service.MethodNotImplemented":
            let what = (parameters["interface"] ?? parameters["method"])?.text ?? "this"
            self = complaint(
                .failed,
                "Error",
                "the daemon does not know \(what); it is of another version",
                []
            )
        default:
            self = complaint(.failed, "Error", message ?? "the ledger answered \(error)", next)
        }
    }

    /// What it means that there is no answer.
    public init(_ error: ClientError) {
        switch error {
        case .cannotConnect(let path, EACCES), .cannotConnect(let path, EPERM):
            self.init(
                .notPermitted,
                "you may not connect to \(path); its owner or an administrator can add you to its group",
                name: "jvctl.NotPermitted"
            )
        case .cannotConnect(let path, ENAMETOOLONG):
            self = .usage("the path of the socket is too long: \(path)")
        case .cannotConnect:
            self.init(
                .noDaemon,
                "no ledger answers: \(error)",
                next: ["systemctl status 'jvledgerd@*'"],
                name: "jvctl.NoDaemon"
            )
        case .connectionClosed:
            self.init(
                .tryAgain,
                "the daemon closed the connection before it answered; what was asked may have been done",
                next: ["jvctl log -n 3"],
                name: "jvctl.ConnectionClosed"
            )
        case .protocolViolation, .messageTooLarge:
            self.init(.failed, "\(error)", name: "jvctl.Protocol")
        }
    }

    /// What the protocol says of a parameter, by the option that it came from.
    private static func unaccepted(_ parameters: JSONObject) -> String {
        let date = "is not a date such as 2019, 2019-08 or 2019-08-15"
        switch parameters["parameter"]?.text {
        case "validAt": return "what --valid-at says \(date)"
        case "sourcedBy": return "what --sourced-by says \(date)"
        case "knownAt": return "what --known-at says \(date), nor @POSITION, nor checkpoint:SIZE"
        case let name: return "the ledger does not accept what is given for \(name ?? "a parameter")"
        }
    }

    private static func absent(_ kind: String, _ parameters: JSONObject) -> String {
        "there is no \(kind) \(parameters["key"]?.text ?? "of that key")"
    }

    private static func streamMoved(_ parameters: JSONObject) -> String {
        let subject = parameters["subject"]?.text ?? "the stream"
        let expected = parameters["expected"]?.integer ?? 0
        let actual = parameters["actual"]?.integer ?? 0
        return "\(subject) has moved on: it is at version \(actual), not \(expected)"
    }
}
