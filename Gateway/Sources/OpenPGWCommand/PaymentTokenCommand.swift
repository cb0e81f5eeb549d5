internal import ArgumentParser
internal import Foundation
internal import PGWMerchant
internal import PGWWire
internal import StrictJSON
internal import TokenVault

struct PaymentTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payment-token", abstract: "Mint a payment token at a gateway, as a merchant's backend does.",
        discussion: """
            The request is the JSON of the Payment Token API. The secret is OPENPGW_MERCHANT_SECRET where that is set, and \
            the one in the data folder otherwise.
            """)

    @OptionGroup var node: NodeOptions
    @Option(help: "The merchant that signs.") var merchant: String
    @Option(help: ArgumentHelp("The request as JSON; - for standard input.", valueName: "file")) var request: String
    @Option(help: "The gateway. (default: http://127.0.0.1:8080)") var endpoint: String?
    @Flag(help: "Print the answer as JSON.") var json = false

    func run() async throws {
        var settings = try node.settings()
        settings.give(["endpoint": endpoint])
        let request = try read()
        let gateway = try settings.endpoint()
        let client = PaymentTokenClient(gateway: gateway, secret: try await secret(settings))
        let response: PaymentTokenResponse
        do throws(PaymentTokenError) { response = try await client.mint(request) } catch {
            guard error.kind == .refused else { throw error }
            throw Refused("\(gateway.absoluteString) answers \(error)")
        }
        if json {
            Terminal.print(JSON.object(response.claims).text)
        } else {
            Terminal.print(response.paymentToken)
        }
    }

    private func read() throws -> PaymentTokenRequest {
        let bytes = try TextFile.read(request)
        let json: JSON
        do throws(JSONError) {
            json = try JSON(parsing: bytes, limits: JSONLimits(foldsCase: true))
        } catch {
            throw Refused("\(TextFile.name(request)): \(error)")
        }
        guard var claims = json.object else { throw Refused("\(TextFile.name(request)) does not hold a JSON object") }
        let named = claims[anyCase: "merchantID"]?.string ?? merchant
        guard named == merchant else { throw Refused("the request is merchant \(Terminal.visible(named))'s, not \(merchant)'s") }
        if claims[anyCase: "merchantID"] == nil { claims["merchantID"] = .string(merchant) }
        return try PaymentTokenRequest(claims: claims)
    }

    private func secret(_ settings: Settings) async throws -> MerchantSecret {
        if let secret = Settings.trimmed(ProcessInfo.processInfo.environment["OPENPGW_MERCHANT_SECRET"]) {
            return try MerchantSecret(secret)
        }
        let merchant = try await Node.open(settings, for: .reading).merchant(merchant)
        return try MerchantSecret(merchant.printedSecret)
    }
}

extension Settings {
    func endpoint() throws -> URL {
        if let address = try address("endpoint") { return address }
        guard let here = URL(string: "http://127.0.0.1:8080") else { throw Refused("endpoint is needed") }
        return here
    }

    /// An `http` or `https` address, its scheme in whatever case (RFC 3986 §3.1).
    func address(_ name: String) throws -> URL? {
        guard let text = try text(name) else { return nil }
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            url.host?.isEmpty == false
        else { throw Refused("\(name)\(try source(name)) is not an http or https address") }
        // Paths are put behind it, and what a person's program knows of itself is nobody else's.
        guard url.query == nil, url.fragment == nil, url.user == nil, url.password == nil else {
            throw Refused(
                "\(name)\(try source(name)) has more than a host, a port and a path: no ?query, #fragment or user@ belongs to it")
        }
        guard (url.port ?? 443) <= 65_535 else {
            throw Refused("\(name)\(try source(name)) has a port that is none: it is at most 65535")
        }
        return url
    }
}
