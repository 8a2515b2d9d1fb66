// SPDX-License-Identifier: Apache-2.0

extension InterfaceDescription {
    /// The same interface, in which the methods of these names answer with a series.
    ///
    /// For a definition that others wrote: it stays as it is, byte for byte, although its comments do not say by
    /// systemd's convention what answers with a series.
    public func answering(with series: Series, to names: Set<String>) -> InterfaceDescription {
        InterfaceDescription(
            text: text,
            name: name,
            documentation: documentation,
            types: types,
            methods: methods.map { method in
                guard names.contains(method.name) else { return method }
                return Method(
                    name: method.name,
                    documentation: method.documentation,
                    position: method.position,
                    input: method.input,
                    output: method.output,
                    series: series
                )
            },
            errors: errors,
            problems: problems
        )
    }
}
