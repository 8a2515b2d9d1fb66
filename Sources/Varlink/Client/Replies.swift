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

        fileprivate init(client: VarlinkClient, call: Call) {
            self.client = client
            self.call = call
        }

        /// The parameters of the next reply, or nil after the last.
        public mutating func next() async throws -> JSONObject? {
            let number: Int
            let reply: Reply
            switch progress {
            case .unsent: (number, reply) = try await client.send(call)
            case .underWay(let call): (number, reply) = (call, try await client.receive(call))
            case .over: return nil
            }
            switch reply {
            case .continues(let parameters):
                progress = .underWay(number)
                return parameters
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
