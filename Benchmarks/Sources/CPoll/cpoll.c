// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "cpoll.h"

#include <poll.h>
#include <stddef.h>

int cpoll_wait(void *descriptors, unsigned long count, long long nanoseconds) {
    struct timespec timeout = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000};
    return ppoll(descriptors, count, &timeout, NULL);
}
