/// What browsers are told: which pages may call the gateway, and what (the Fetch standard, "CORS protocol"). No page may, unless
/// the gateway was told its origin.
struct CrossOrigin: Sendable {
    /// `https://shop.example`, as browsers spell origins: scheme, host, and the port where it is not the scheme's own.
    let origins: Set<String>

    /// Whether the origin of a request matters.
    var isOn: Bool { !origins.isEmpty }

    /// - Returns: The headers that allow a request to be made; `nil` where it may not be.
    func preflight(_ methods: Routes.Methods, _ origin: String?) -> [Header]? {
        guard let origin, let method = methods.first(where: { $0.value.operation.isForBrowsers })?.key, origins.contains(origin)
        else {
            return nil
        }
        return [
            ("Access-Control-Allow-Origin", origin), ("Access-Control-Allow-Methods", method),
            ("Access-Control-Allow-Headers", "Accept, Content-Type"), ("Access-Control-Max-Age", "7200"), ("Vary", "Origin"),
        ]
    }

    /// The headers of an answer that a page may read: of what browsers call, and of every refusal, so that the page learns why.
    ///
    /// - Parameter route: `nil` for a refusal that no operation made.
    func headers(_ route: Routes.Route?, _ origin: String?) -> [Header] {
        guard isOn, route?.operation.isForBrowsers ?? true else { return [] }
        guard let origin, origins.contains(origin) else { return [("Vary", "Origin")] }
        return [("Access-Control-Allow-Origin", origin), ("Access-Control-Expose-Headers", "X-Request-ID"), ("Vary", "Origin")]
    }
}
