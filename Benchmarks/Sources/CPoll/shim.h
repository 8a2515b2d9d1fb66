// SPDX-License-Identifier: Apache-2.0

#ifndef CPOLL_SHIM_H
#define CPOLL_SHIM_H

#include <poll.h>
#include <signal.h>
#include <time.h>

// Waits for descriptors until a time that may be in less than a millisecond. The C library declares it to programs that
// ask for GNU extensions, which Swift does not.
extern int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask);

#endif
