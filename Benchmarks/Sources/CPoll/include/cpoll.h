// SPDX-License-Identifier: Apache-2.0

#ifndef CPOLL_H
#define CPOLL_H

// Waits until one of the descriptors (struct pollfd) is ready, or for a time in nanoseconds: poll(2) knows milliseconds
// only, and the C library declares ppoll(2) only to programs that ask for GNU extensions, which Swift does not.
int cpoll_wait(void *descriptors, unsigned long count, long long nanoseconds);

#endif
