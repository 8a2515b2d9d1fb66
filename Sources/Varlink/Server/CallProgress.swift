// SPDX-License-Identifier: Apache-2.0

/// How far the present message of a connection is.
enum CallProgress {
    /// There is none.
    case idle
    /// It is handed out and not decoded.
    case received
    /// It is a call that is being answered.
    case underWay(Call.Mode)
    /// It is a call that was told to end, and is being answered all the same.
    case withdrawn

    /// Whether replies may be sent.
    var isAnswering: Bool {
        switch self {
        case .underWay, .withdrawn: true
        case .idle, .received: false
        }
    }
}

/// Tasks that wait for one thing, all of which are told at once.
struct Waiters<Value: Sendable> {
    private var continuations: [CheckedContinuation<Value, Never>] = []

    mutating func add(_ continuation: CheckedContinuation<Value, Never>) {
        continuations.append(continuation)
    }

    mutating func resume(returning value: Value) {
        let resumed = continuations
        continuations = []
        for continuation in resumed { continuation.resume(returning: value) }
    }
}
