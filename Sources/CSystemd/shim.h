// SPDX-License-Identifier: Apache-2.0

#ifndef CSYSTEMD_SHIM_H
#define CSYSTEMD_SHIM_H

// Callers give CODE_FILE, CODE_LINE and CODE_FUNC of the log statement themselves; without this the header would
// replace sd_journal_sendv by a macro that adds the place of the call to libsystemd.
#define SD_JOURNAL_SUPPRESS_LOCATION 1

#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>

extern char **environ;

// The environment of the process. Swift 6 refuses to read a C global variable that anyone could change.
static inline char **csystemd_environment(void) {
    return environ;
}

#endif
