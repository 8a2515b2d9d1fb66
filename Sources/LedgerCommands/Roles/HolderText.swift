// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Who holds a post or seat, in words.
enum HolderText {
    /// The members `holders` and `vacant`.
    static func text(_ object: JSONObject) -> String {
        let holders = object.objects("holders").map(holder)
        guard holders.isEmpty else { return holders.joined(separator: "; ") }
        return switch object.line("vacant") {
        case "yes": "vacant"
        case "possibly": "possibly vacant"
        case "no": ""
        default: "not recorded"
        }
    }

    /// What a person is called, or the key; and whether it was erased who it is.
    static func person(_ object: JSONObject) -> String {
        let name = object.line("name") ?? object.line("label") ?? object.line("person") ?? object.line("key")
        guard object.isSet("erased") else { return name ?? Withheld.text }
        return name.map { "\($0) \(Withheld.erased)" } ?? Withheld.erased
    }

    private static func holder(_ holder: JSONObject) -> String {
        let capacities = holder.objects("capacities").compactMap { $0.line("capacity") }.filter {
            $0 != "substantive"
        }
        var remarks = capacities
        if let fraction = holder.number("fraction") { remarks.append(Percent.text(fraction)) }
        if holder.line("absent") == "yes" { remarks.append("absent") }
        let name = (holder.line("certainty") == "possibly" ? "possibly " : "") + person(holder)
        return remarks.isEmpty ? name : "\(name) (\(remarks.joined(separator: ", ")))"
    }
}

/// Hundredths of a per cent, for people.
enum Percent {
    /// `5000` as `50%`, `3334` as `33.34%`.
    static func text(_ basisPoints: Int64) -> String {
        let (whole, rest) = basisPoints.quotientAndRemainder(dividingBy: 100)
        guard rest != 0 else { return "\(whole)%" }
        return "\(whole).\(abs(rest) < 10 ? "0" : "")\(abs(rest))%"
    }
}
