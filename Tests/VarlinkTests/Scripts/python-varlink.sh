#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Tries the Python implementation of Varlink (PyPI: varlink) on a service that is running.
#
#   python-varlink.sh SOCKET                     every interface is read by its parser, GetInfo is called
#   python-varlink.sh SOCKET METHOD PARAMETERS   one call, its reply to stdout
#   python-varlink.sh SOCKET --certify           its client certifies a server of org.varlink.certification
#
# Fails if anything does, which `python3 -m varlink.cli` does not: it exits 0 also on a Varlink error.
# PYTHON names the interpreter that has the module; python3 otherwise. Exit code 77 if it has not.
set -eu

python=${PYTHON:-python3}
socket=${1:?usage: python-varlink.sh SOCKET [METHOD PARAMETERS | --certify]}
shift
"$python" -c 'import varlink' 2>/dev/null || { echo "$python has no module varlink" >&2; exit 77; }

if [ "${1:-}" = --certify ]; then
    exec "$python" -m varlink.tests.test_certification --client "--varlink=unix:$socket"
fi
exec "$python" - "$socket" "$@" <<'PYTHON'
import json
import sys

import varlink

address, arguments = "unix:" + sys.argv[1], sys.argv[2:]
try:
    with varlink.Client(address) as client:
        if arguments:
            interface, _, method = arguments[0].rpartition(".")
            with client.open(interface) as connection:
                reply = getattr(connection, method)(**json.loads(arguments[1]))
                print(json.dumps(reply, ensure_ascii=False))
        else:
            with client.open("org.varlink.service") as service:
                information = service.GetInfo()
            for name in information["interfaces"]:
                with client.open(name) as connection:
                    methods = [member for member in dir(connection) if member[0].isupper()]
                    print(name, len(methods), "methods")
except varlink.VarlinkError as error:
    sys.exit("%s %s" % (error.error(), json.dumps(error.parameters())))
PYTHON
