internal import PGWWire

/// Every path of the gateway and what answers it. Paths match whatever their case (design decision 11).
struct Routes: Sendable {
    struct Route: Sendable {
        let operation: any Operation
        let version: APIVersion
    }

    /// What a path answers, by method.
    typealias Methods = [String: Route]

    private var routes: [String: Methods] = [:]
    /// Those that take something behind their path, as long as it is not empty.
    private var folders: [String: Methods] = [:]
    let address: ListeningAddress

    static func of(
        _ services: GatewayServices, _ configuration: GatewayConfiguration, _ address: ListeningAddress, _ workers: RSAWorkers,
        _ draining: Draining
    ) -> Routes {
        var routes = Routes(address: address)
        let requests = SignedRequests(merchants: services.merchants, clock: services.clock)
        let paymentToken = PaymentTokenOperation(
            requests: requests, sessions: services.sessions, clock: services.clock, channels: configuration.channels,
            limits: configuration.limits, isSandbox: services.sandbox != nil)
        let tokenInformation = TokenInformationOperation(
            sessions: services.sessions, merchants: services.merchants, vault: services.vault, clock: services.clock)
        let finder = SessionFinder(sessions: services.sessions, merchants: services.merchants)
        let ofSessions: [(String, any Operation)] = [
            ("paymentOption", PaymentOptionOperation(finder: finder, channels: configuration.channels)),
            ("paymentOptionDetails", PaymentOptionDetailsOperation(finder: finder, channels: configuration.channels)),
            ("initialization", InitializationOperation()),
            (
                "payment",
                PaymentOperation(
                    finder: finder, cashier: services.cashier, vault: services.vault,
                    secured: SecurePayTokens(keys: services.gatewayKeys, workers: workers), clock: services.clock,
                    channels: configuration.channels, isSandbox: services.sandbox != nil)
            ),
            ("transactionStatus", TransactionStatusOperation(finder: finder, cashier: services.cashier, clock: services.clock)),
            ("cancelTransaction", CancelTransactionOperation(finder: finder, cashier: services.cashier, clock: services.clock)),
            ("userPreference", UserPreferenceOperation(finder: finder)),
            ("exchangeRate", ExchangeRateOperation(finder: finder)),
            ("exchangeRate/apmmccExchangeRate", ExchangeRateOperation(finder: finder)),
            ("loyaltyPointInfo", UnconnectedOperation.loyaltyPoints(finder)),
            ("paymentNotification", UnconnectedOperation.notification(finder)),
            ("cardInstallmentPlanInfo", UnconnectedOperation.installmentPlans(finder)),
            ("paymentInstruction", UnconnectedOperation.instruction(finder)),
        ]
        let page = WebPageOperation.page(at: address.current, isSandbox: services.sandbox != nil)
        let framed = FramedPageOperation(merchants: services.merchants, isSandbox: services.sandbox != nil)
        for version in APIVersion.allCases {
            routes.add("GET", under: "/payment/\(version.rawValue)/frame/", framed)
            for (name, operation) in ofSessions { routes.add("POST", "/payment/\(version.rawValue)/\(name)", operation, version) }
            routes.add("POST", "/payment/\(version.rawValue)/paymentToken", paymentToken, version)
            routes.add(
                "POST", "/payment/\(version.rawValue)/paymentInquiry",
                PaymentInquiryOperation(
                    requests: requests, sessions: services.sessions, cashier: services.cashier, clock: services.clock), version)
            routes.add(
                "POST", "/payment/\(version.rawValue)/exchangeRate/secure",
                SecureExchangeRateOperation(requests: requests, clock: services.clock), version)
            routes.add("POST", "/payment/\(version.rawValue)/cardTokenInfo", tokenInformation, version)
            routes.add("POST", "/payment/\(version.rawValue)/customerTokenInfo", tokenInformation, version)
            for name in NotServedOperation.ofPayment {
                routes.add("POST", "/payment/\(version.rawValue)/\(name)", NotServedOperation(operation: name), version)
            }
            routes.add("GET", "/payment/\(version.rawValue)", page, version)
        }
        routes.add("POST", "/2C2PFrontend/PaymentAction/2.0/action", NotServedOperation(operation: "PaymentAction"))
        routes.add("POST", "/PaymentAction/2.0/action", NotServedOperation(operation: "PaymentAction"))
        for file in PageFile.all { routes.add("GET", "/pgw/\(file.name)", WebPageOperation.file(file)) }
        routes.add("GET", under: "/pgw/merchant/", MerchantLogoOperation(merchants: services.merchants))
        routes.add("POST", "/pgw/token", PageSessionOperation(finder: finder, cashier: services.cashier, clock: services.clock))
        routes.add("POST", "/pgw/return", ReturnPageOperation(finder: finder, cashier: services.cashier, clock: services.clock))
        let exchange = Exchange(
            own: services.gatewayKeys, merchants: services.merchantKeys, workers: workers, budgets: RequestBudgets())
        for action in CustomerTokenAction.allCases {
            let operation = CustomerTokenOperation(
                action: action, merchants: services.merchants, vault: services.vault, exchange: exchange, clock: services.clock)
            for name in action == .get ? ["get", "inquiry"] : [action.rawValue] {
                routes.add("POST", "/customertoken/3.0/CustomerToken/\(name)", operation)
            }
        }
        routes.add("GET", "/.well-known/jwks.json", GatewayKeysOperation(form: .keySet, keys: services.gatewayKeys))
        routes.add(
            "GET", "/.well-known/certificates.pem", GatewayKeysOperation(form: .certificates, keys: services.gatewayKeys))
        routes.add("GET", "/health", HealthOperation())
        routes.add("GET", "/ready", ReadyOperation(readiness: Readiness(store: services.store, draining: draining)))
        routes.add("GET", "/metrics", MetricsOperation(metrics: services.metrics, store: services.store))
        for picture in Picture.all { routes.add("GET", picture.path, PictureOperation(picture: picture)) }
        if let sandbox = services.sandbox {
            routes.add("GET", "/sandbox/merchants", SandboxMerchantsOperation(merchants: services.merchants))
            routes.add("GET", "/sandbox/clock", SandboxClockOperation(sandbox: sandbox, isReading: true))
            routes.add("POST", "/sandbox/clock", SandboxClockOperation(sandbox: sandbox, isReading: false))
            routes.add(
                "POST", "/sandbox/keys", SandboxKeysOperation(merchants: services.merchants, keys: services.merchantKeys))
            let authentication = AuthenticationPageOperation(cashier: services.cashier, merchants: services.merchants)
            routes.add("GET", under: "/pgw/authenticate/", authentication)
            routes.add("POST", under: "/pgw/authenticate/", authentication.answering)
            routes.add("POST", "/sandbox/reset", SandboxResetOperation(sandbox: sandbox))
        }
        return routes
    }

    init(address: ListeningAddress) { self.address = address }

    private mutating func add(_ method: String, _ path: String, _ operation: any Operation, _ version: APIVersion = .v43) {
        // As it is documented too, so that whoever spells it like that is found without another spelling being made.
        for spelling in [path, path.lowercased()] {
            routes[spelling, default: [:]][method] = Route(operation: operation, version: version)
        }
    }

    private mutating func add(_ method: String, under folder: String, _ operation: any Operation) {
        folders[folder.lowercased(), default: [:]][method] = Route(operation: operation, version: .v43)
    }

    /// - Parameter uri: A request's target, in origin form or, as to a proxy, in absolute form (RFC 9112 §3.2), with whatever
    ///   query it has.
    /// - Returns: What the path answers, and what stands behind it; `nil` for an unknown path.
    func find(_ uri: String) -> (methods: Methods, tail: String)? {
        if let methods = routes[uri] { return (methods, "") }
        let end = uri.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? uri.endIndex
        var path = uri[..<end]
        if let scheme = ["http://", "https://"].first(where: { path.prefix($0.count).lowercased() == $0 }) {
            let authority = path.dropFirst(scheme.count)
            guard let slash = authority.firstIndex(of: "/"), slash > authority.startIndex else { return nil }
            path = authority[slash...]
        }
        if path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        if let methods = routes[path.lowercased()] { return (methods, "") }
        for (folder, methods) in folders where path.prefix(folder.count).lowercased() == folder {
            let tail = path.dropFirst(folder.count)
            if !tail.isEmpty { return (methods, String(tail)) }
        }
        return nil
    }
}
