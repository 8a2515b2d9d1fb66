// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// The fields of an entry as one JSON object on the command line.
public enum DataOption {
    /// The most bytes read from standard input: what a call can have.
    private static let inputLimit = 16 << 20

    /// Reads the object; `-` stands for standard input.
    public static func object(_ text: String) throws(Complaint) -> JSONObject {
        let bytes = text == "-" ? try Console.readInput(limit: inputLimit) : Array(text.utf8)
        let json: JSON
        do { json = try JSON(parsing: bytes) } catch { throw .invalid("--data is not JSON: \(error)") }
        guard let object = json.object else { throw .invalid("--data is not a JSON object") }
        return object
    }
}
