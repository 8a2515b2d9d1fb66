// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// The replies to a call that answers with a series, the last one included.
///
/// It can be iterated once more, which calls once more.
public struct Replies: AsyncSequence, Sendable {
    public typealias Element = JSONObject

    let client: VarlinkClient
    let call: Call

    public func makeAsyncIterator() -> Iterator { Iterator(client: client, call: call) }

    /// Asks for one reply after the other.
    public struct Iterator: AsyncIteratorProtocol {
        private enum Progress {
            case unsent
            case underWay(Int)
            case over
        }

        private let client: VarlinkClient
        private let call: Call
        private var progress = Progress.unsent
        /// Replies that have come and were not asked for yet, in order.
        private var ready: ArraySlice<Reply> = []

        fileprivate init(client: VarlinkClient, call: Call) {
            self.client = client
            self.call = call
        }

        /// The parameters of the next reply, or nil after the last.
        public mutating func next() async throws -> JSONObject? {
            if ready.isEmpty {
                switch progress {
                case .unsent:
                    let (number, replies) = try await client.send(call)
                    progress = .underWay(number)
                    ready = replies[...]
                case .underWay(let number): ready = try await client.receive(number)[...]
                case .over: return nil
                }
            }
            guard let reply = ready.popFirst() else { return nil }
            switch reply {
            case .continues(let parameters): return parameters
            case .final(let parameters):
                progress = .over
                return parameters
            case .error(let error):
                progress = .over
                throw error
            }
        }
    }
}
