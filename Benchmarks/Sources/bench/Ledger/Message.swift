// SPDX-License-Identifier: Apache-2.0

/// Calls as bytes, each with the NUL that ends it.
enum Message {
    /// A call that no interface of ours has a part in.
    static let empty = call("org.varlink.service.GetInfo")

    /// Who holds a post now.
    static let holder = call("io.jvledger.Roles.GetPost", #"{"key":"programme-manager"}"#)

    /// Two partners, the office that records for them, and a post that somebody holds.
    static let founding = record([
        #""type":"venture.established","subject":"venture/bench","occurred":{"date":"2017-10-01"},"#
            + #""data":{"title":"Bench","form":"jointVenture"}"#,
        organisation("provide", "Provide", "provider"),
        organisation("essex-county-council", "Essex County Council", "council"),
        organisation("programme-office", "Programme Office", "programmeOffice"),
        partner("provide"), partner("essex-county-council"),
        #""type":"person.registered","subject":"person/","data":{"name":"A. Person","organisation":"provide"}"#,
        #""type":"post.defined","subject":"post/programme-manager","#
            + #""data":{"title":"Programme Manager","host":"provide","from":"2017"}"#,
        #""type":"role.assigned","subject":"assignment/A-0001","#
            + #""data":{"role":"post/programme-manager","person":"P-0001","from":"2019-10-01"}"#,
    ])

    /// A call of a method with parameters in JSON.
    static func call(_ method: String, _ parameters: String = "{}") -> [UInt8] {
        Array(#"{"method":"\#(method)","parameters":\#(parameters)}"#.utf8) + [0]
    }

    /// A call that records entries, each of which is the members of an object.
    private static func record(_ entries: [String]) -> [UInt8] {
        let list = entries.map { "{\($0)}" }.joined(separator: ",")
        return call("io.jvledger.Ledger.Record", #"{"entries":[\#(list)]}"#)
    }

    private static func organisation(_ key: String, _ title: String, _ kind: String) -> String {
        #""type":"organisation.registered","subject":"organisation/\#(key)","#
            + #""data":{"title":"\#(title)","kind":"\#(kind)"}"#
    }

    private static func partner(_ key: String) -> String {
        #""type":"partner.joined","subject":"partner/\#(key)","occurred":{"date":"2017-10-01"},"#
            + #""data":{"right":"required"}"#
    }
}
