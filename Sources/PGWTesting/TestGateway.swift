public import Foundation
internal import HTTPTransport
internal import StrictJSON

#if canImport(FoundationNetworking)
internal import FoundationNetworking
#endif

#if os(macOS) || os(Linux)

/// A gateway that runs as a process of its own, for the length of a test.
public struct TestGateway: Sendable {
    /// Where it listens.
    public let address: URL
    /// The sandbox's merchants and their secrets.
    public let merchants: [Merchant]
    /// Where it keeps its data.
    public let folder: String
    let process: GatewayProcess

    public struct Merchant: Sendable, Equatable {
        public let id: String
        public let secret: String
        /// ISO 4217.
        public let currency: String
    }

    /// - Throws: ``GatewayFailure`` for a merchant the sandbox does not have.
    public func merchant(_ id: String) throws -> Merchant {
        guard let merchant = merchants.first(where: { $0.id == id }) else { throw GatewayFailure("there is no merchant \(id)") }
        return merchant
    }

    /// A backend of a merchant.
    public func backend(of id: String = "JT04") throws -> PaymentTokenClient {
        PaymentTokenClient(gateway: address, secret: try MerchantSecret(try merchant(id).secret))
    }

    /// Asks how a merchant's payments ended.
    public func inquiries(of id: String = "JT04") throws -> PaymentInquiryClient {
        PaymentInquiryClient(gateway: address, secret: try MerchantSecret(try merchant(id).secret))
    }

    /// Does what a payer does on the simulated issuer's page: 123456 is right (payments.md §4.2).
    ///
    /// - Parameter page: The `data` of an answer `1000`.
    public func authenticate(_ page: String, password: String = "123456") async throws {
        guard let url = URL(string: page) else { throw GatewayFailure("\(page.prefix(40)) is not an address") }
        let answer = try await SystemTransport.make().send(
            TransportRequest(
                url: url, headers: ["Content-Type": "application/x-www-form-urlencoded"],
                body: Data("action=confirm&otp=\(password)".utf8), isRepeatable: false))
        guard [200, 303].contains(answer.status) else { throw GatewayFailure("the issuer's page answered \(answer.status)") }
    }

    /// Stores and keeps a merchant's cards. The merchant is given a new key pair for it.
    public func cards(of id: String = "JT04") async throws -> CustomerTokenClient {
        let pair = try MerchantKeyPair.generate()
        let body: JSON = ["merchantID": .string(id), "publicKey": .string(pair.publicKeyPEM)]
        try expectSuccess(try await post("sandbox/keys", body.text))
        return CustomerTokenClient(
            gateway: address, merchantID: id, keys: pair, gatewayKeys: try await GatewayPublicKeys.fetch(from: address))
    }

    /// Parameters for an app's SDK.
    public var app: PGWSDKParamsBuilder { PGWSDKParamsBuilder(gateway: address, apiEnvironment: .Sandbox) }

    /// The sandbox's time.
    public func now() async throws -> Date {
        let answer = try await get("sandbox/clock")
        guard let text = try JSON(parsing: Array(answer.body)).object?["now"]?.string,
            let date = ISO8601DateFormatter().date(from: text)
        else { throw GatewayFailure("the sandbox's clock cannot be read") }
        return date
    }

    /// Turns the sandbox's clock on, or back where `seconds` is negative.
    public func advanceClock(seconds: Int) async throws {
        try expectSuccess(try await post("sandbox/clock", #"{"advance":\#(seconds)}"#))
    }

    /// Sets the sandbox's clock.
    public func setClock(_ date: Date) async throws {
        let text = ISO8601DateFormatter().string(from: date)
        try expectSuccess(try await post("sandbox/clock", #"{"now":"\#(text)"}"#))
    }

    /// Puts the sandbox back to how it began.
    public func reset() async throws { try expectSuccess(try await post("sandbox/reset", "")) }

    /// Everything the process has written to standard error.
    public var log: String { process.text("stderr") }

    /// Ends the process at once, as a crash would.
    public func kill() { process.kill() }

    // MARK: Plain HTTP

    public struct Answer: Sendable {
        public let status: Int
        /// Names in lower case.
        public let headers: [String: String]
        public let body: Data
    }

    public func get(_ path: String) async throws -> Answer { try await send("GET", path, nil) }

    public func post(_ path: String, _ body: String) async throws -> Answer { try await send("POST", path, Data(body.utf8)) }

    private func send(_ method: String, _ path: String, _ body: Data?) async throws -> Answer {
        guard let url = URL(string: path, relativeTo: address) else { throw GatewayFailure("\(path) is not a path") }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body
        let result: Result<Answer, any Error> = await withCheckedContinuation { continuation in
            let task = URLSession.shared.dataTask(with: request) { data, response, error in
                if let response = response as? HTTPURLResponse {
                    let headers = response.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
                    continuation.resume(
                        returning: .success(
                            Answer(
                                status: response.statusCode, headers: Dictionary(headers) { $1 }, body: data ?? Data())))
                } else {
                    continuation.resume(returning: .failure(error ?? GatewayFailure("no answer")))
                }
            }
            task.resume()
        }
        return try result.get()
    }

    private func expectSuccess(_ answer: Answer) throws {
        guard answer.status == 200 else {
            throw GatewayFailure("the sandbox answered \(answer.status): \(String(decoding: answer.body, as: UTF8.self))")
        }
    }
}

/// What kept a test's gateway from running.
public struct GatewayFailure: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

#endif
