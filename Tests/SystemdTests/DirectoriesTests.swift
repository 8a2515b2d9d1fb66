// SPDX-License-Identifier: Apache-2.0

import Systemd
import Testing

struct DirectoriesTests {
    @Test func firstOfSeveralCounts() {
        let directories = ServiceDirectories(environment: [
            "STATE_DIRECTORY": "/var/lib/jvledger/mid-essex:/var/lib/other",
            "RUNTIME_DIRECTORY": "/run/jvledgerd/mid-essex",
            "CACHE_DIRECTORY": "/var/cache/jvledger/mid-essex",
            "CONFIGURATION_DIRECTORY": "/etc/jvledger",
            "CREDENTIALS_DIRECTORY": "/run/credentials/jvledgerd@mid-essex.service",
        ])
        #expect(directories.state == "/var/lib/jvledger/mid-essex")
        #expect(directories.runtime == "/run/jvledgerd/mid-essex")
        #expect(directories.cache == "/var/cache/jvledger/mid-essex")
        #expect(directories.configuration == "/etc/jvledger")
        #expect(
            directories.credentialPath("signing-key")
                == "/run/credentials/jvledgerd@mid-essex.service/signing-key"
        )
    }

    @Test(arguments: [[:], ["STATE_DIRECTORY": "", "CREDENTIALS_DIRECTORY": ""]])
    func absentOrEmptyIsNil(environment: [String: String]) {
        let directories = ServiceDirectories(environment: environment)
        #expect(directories.state == nil)
        #expect(directories.credentials == nil)
        #expect(directories.credentialPath("signing-key") == nil)
    }

    @Test(arguments: ["", ".", "..", "../shadow", "/etc/shadow"])
    func credentialCannotLeaveTheDirectory(name: String) {
        let directories = ServiceDirectories(environment: ["CREDENTIALS_DIRECTORY": "/run/credentials/x"])
        #expect(directories.credentialPath(name) == nil)
    }

    @Test func processEnvironmentIsRead() throws {
        #expect(try #require(ProcessEnvironment.current["PATH"]).contains("/"))
    }
}
