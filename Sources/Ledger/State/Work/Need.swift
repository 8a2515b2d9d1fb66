// SPDX-License-Identifier: Apache-2.0

/// Something that is or was needed.
public struct Need: WorkItem {
    /// What it is.
    public let identified: Recorded<NeedIdentified>
    /// How it ended; nil while nobody says so.
    public internal(set) var closed: Recorded<NeedClosed>?

    init(_ identified: Recorded<NeedIdentified>) { self.identified = identified }

    public var began: Happening { identified.happening }
    public var steps: [Happening] { [] }
    public var ended: Happening? { closed?.happening }
}
