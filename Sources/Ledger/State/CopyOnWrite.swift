// SPDX-License-Identifier: Apache-2.0

/// A value that is shared until it is changed: copying one with many references in it takes one.
@propertyWrapper
public struct CopyOnWrite<Value: Codable & Hashable & Sendable>: Sendable {
    /// Nothing changes it while it is shared, so it may be on any thread.
    private final class Shared: @unchecked Sendable {
        var value: Value

        init(_ value: Value) { self.value = value }
    }

    private var shared: Shared

    public init(wrappedValue: Value) { shared = Shared(wrappedValue) }

    public var wrappedValue: Value {
        _read { yield shared.value }
        _modify {
            if !isKnownUniquelyReferenced(&shared) { shared = Shared(shared.value) }
            yield &shared.value
        }
    }
}

extension CopyOnWrite: Hashable {
    public static func == (left: CopyOnWrite, right: CopyOnWrite) -> Bool {
        left.shared === right.shared || left.wrappedValue == right.wrappedValue
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

extension CopyOnWrite: Codable {
    /// As the value alone.
    public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }

    public init(from decoder: any Decoder) throws { self.init(wrappedValue: try Value(from: decoder)) }
}
