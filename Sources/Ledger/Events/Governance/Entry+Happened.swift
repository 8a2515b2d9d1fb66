// SPDX-License-Identifier: Apache-2.0

extension Entry {
    /// When it happened, as a date: as stated, or the instant at which it was recorded.
    var happened: EDTF { occurred?.date ?? EDTF.instant(recorded) }
}

extension Check {
    /// The earliest instant at which a fact with this validity, stated by the entry, can have begun.
    func start(of stated: Validity) -> Timestamp { stated.since(entry).earliestStart }
}
