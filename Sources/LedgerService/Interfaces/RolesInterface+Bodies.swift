// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import Varlink

extension RolesInterface {
    /// Bodies, by key.
    func bodies(_ parameters: JSONObject, _ view: View) -> JSONObject {
        let all = parameters["all"]?.bool ?? false
        let rows = view.state.governance.bodies.sorted { $0.key < $1.key }.filter { _, body in
            all || body.validity.holds(at: view.instant) != .no
        }
        return view.reply(["bodies": .list(rows) { $0.value.json($0.key, in: view) }])
    }

    /// One body.
    func body(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        guard let key = parameters.key("key"), let body = view.state.body(key) else {
            return view.reply([:], note: try absence("key", .body, "NoSuchBody", parameters))
        }
        let entries = service.positions(of: Subject(.body, key), in: view)
        return view.reply(["body": body.dossier(key, in: view, entries: entries)])
    }

    /// Whether a meeting was quorate, or a body would be.
    func quorum(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        if parameters["meeting"] != nil {
            for other in ["body", "present"] where parameters[other] != nil { throw .invalidParameter(other) }
            return try quorumOfMeeting(parameters, view)
        }
        guard parameters["body"] != nil else { throw .invalidParameter("body") }
        return try quorumOfBody(parameters, view)
    }

    private func quorumOfMeeting(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        guard let key = parameters.key("meeting"), let meeting = view.state.governance.meetings[key] else {
            return unknown(try absence("meeting", .meeting, "NoSuchMeeting", parameters), view)
        }
        let instant = meeting.held?.instant ?? view.instant
        return answer(view.state.quorum(of: key), of: meeting.body, at: instant, view)
    }

    private func quorumOfBody(_ parameters: JSONObject, _ view: View) throws(VarlinkError) -> JSONObject {
        guard let key = parameters.key("body"), view.state.body(key) != nil else {
            return unknown(try absence("body", .body, "NoSuchBody", parameters), view)
        }
        var present: [Attendance] = []
        for item in parameters["present"]?.array ?? [] {
            let text = item.text ?? ""
            guard let seat = Key(text), let place = view.state.seat(seat), place.body == key else {
                throw Self.error("NoSuchSeat", key: text)
            }
            present.append(Attendance(seat: seat, organisation: place.organisation))
        }
        let quorum = view.state.quorum(of: key, present: present, at: view.instant)
        return answer(quorum, of: key, at: view.instant, view)
    }

    private func answer(_ quorum: Quorum?, of body: Key, at instant: Timestamp, _ view: View) -> JSONObject {
        let demanded = view.state.terms(of: body, at: instant)?.quorum ?? []
        return view.reply([
            "body": body.json,
            "quorate": .string(quorum.word),
            "words": .string(quorum.words(in: view)),
            "demanded": .list(demanded) { $0.json(in: view) },
            "missing": .list(quorum?.missing ?? []) { $0.json(in: view) },
        ])
    }

    private func unknown(_ note: String, _ view: View) -> JSONObject {
        let nothing: Quorum? = nil
        return view.reply(
            ["quorate": .string(nothing.word), "words": "Not recorded.", "demanded": [], "missing": []],
            note: note
        )
    }
}
