// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
public import Varlink

/// The errors of io.jvledger.Ledger, as its definition declares them.
extension VarlinkError {
    static func notPermitted(_ message: String) -> VarlinkError {
        ledger("NotPermitted", ["message": .string(message)])
    }

    static func notFound(_ message: String) -> VarlinkError {
        ledger("NotFound", ["message": .string(message)])
    }

    static func badQuestion(_ parameter: String, _ message: String) -> VarlinkError {
        ledger("BadQuestion", ["parameter": .string(parameter), "message": .string(message)])
    }

    /// The answer would be longer than any client reads.
    public static let tooLong = ledger(
        "TooLong",
        ["message": "the answer would be longer than any client reads; ask for less"]
    )

    static func tryAgain(_ message: String) -> VarlinkError {
        ledger("TryAgain", ["message": .string(message)])
    }

    static func invalid(entry: Int, _ error: FieldError) -> VarlinkError {
        ledger(
            "Invalid",
            ["entry": .integer(Int64(entry)), "path": .string(error.path), "message": .string("\(error)")]
        )
    }

    /// The error that tells a client why its call recorded nothing: every reason has one.
    init(_ failure: RecordFailure) {
        switch failure {
        case .notPermitted(let message): self = .notPermitted(message)
        case .invalid(let entry, let error): self = .invalid(entry: entry, error)
        case .refused(let entry, let refusal):
            self = Self.ledger(
                "Refused",
                [
                    "entry": .integer(Int64(entry)), "rule": .integer(Int64(refusal.rule.rawValue)),
                    "message": .string(refusal.message), "next": .array(refusal.next.map { .string($0) }),
                ]
            )
        case .idConflict(let entry, let id, let position, let isSameUser):
            let reason = isSameUser ? "with other content" : "by another user"
            self = Self.ledger(
                "IdConflict",
                [
                    "entry": .integer(Int64(entry)), "id": .string(id), "position": .integer(Int64(position)),
                    "message": .string("the id \(id) was used \(reason), for entry \(position)"),
                ]
            )
        case .wrongStreamVersion(let entry, let subject, let expected, let actual):
            self = Self.ledger(
                "WrongStreamVersion",
                [
                    "entry": .integer(Int64(entry)), "subject": .string(subject.description),
                    "expected": .integer(Int64(expected)), "actual": .integer(Int64(actual)),
                ]
            )
        case .tooMany(let limit):
            self = .invalid(entry: limit, FieldError("entries", .tooMany(limit: limit)))
        case .tryAgain(let message): self = .tryAgain(message)
        case .readOnly(let message): self = Self.ledger("ReadOnly", ["message": .string(message)])
        }
    }

    private static func ledger(_ name: String, _ parameters: JSON) -> VarlinkError {
        VarlinkError("io.jvledger.Ledger." + name, parameters.object ?? JSONObject())
    }
}
