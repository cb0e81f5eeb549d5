// The obvious Swift: Hummingbird's router, Codable, JWTKit and GRDB list the sealed cards of a payment token.
//
// The same as obvious.py beside it, on the same file: a payment token is a JWT that names a session, the session's row names its cards, each
// card is a sealed JSON document of a row of its own, and the answer shows it masked.
//
//     OBVIOUS_DATA=FILE obvious

import Crypto
import Foundation
import GRDB
import Hummingbird
import JWTKit
import Logging

let key = SymmetricKey(data: Data(0..<32))
let keys = await JWTKeyCollection().add(hmac: HMACKey(from: Data(Data(0..<32).base64EncodedString().utf8)), digestAlgorithm: .sha256)
let address = "http://127.0.0.1"
var configuration = Configuration()
configuration.readonly = true
let store = try DatabasePool(path: ProcessInfo.processInfo.environment["OBVIOUS_DATA"] ?? "", configuration: configuration)

struct PaymentToken: JWTPayload {
    let session: String
    let exp: ExpirationClaim

    func verify(using algorithm: some JWTAlgorithm) async throws { try exp.verifyNotExpired() }
}

struct TokenInformationRequest: Decodable {
    let paymentToken: String
    let clientID: String
    let locale: String
}

struct Card: Decodable {
    let token: String
    let number: String
    let brand: String
    let expiryMonth: Int
    let expiryYear: Int
    let name: String
    let email: String
}

struct CustomerToken: Codable {
    let token: String
    let accountNo: String
    let cardBrand: String
    let expiry: String
    let status: String
    let name: String
    let email: String
    let iconUrl: String
    let logoUrl: String

    init(_ card: Card, year: Int, month: Int) {
        let months = (card.expiryYear - year) * 12 + card.expiryMonth - month
        let parts = card.email.split(separator: "@", maxSplits: 1)
        token = card.token
        accountNo = card.number.prefix(6) + String(repeating: "X", count: card.number.count - 10) + card.number.suffix(4)
        cardBrand = card.brand
        expiry = "\(card.expiryYear)-\(card.expiryMonth < 10 ? "0" : "")\(card.expiryMonth)"
        status = months < 0 ? "ED" : months < 3 ? "EX" : "AC"
        name = card.name
        email = parts[0].prefix(2) + String(repeating: "*", count: parts[0].count - 2) + "@" + parts[1]
        iconUrl = "\(address)/pgw/icon/\(card.brand.lowercased()).png"
        logoUrl = "\(address)/pgw/logo/\(card.brand.lowercased()).png"
    }
}

struct TokenInformation: ResponseCodable {
    var respCode = "0000"
    var respDesc = "success"
    var paymentToken = ""
    var customerToken: [CustomerToken] = []
}

let router = Router()
router.post("/payment/4.3/cardtokeninfo") { request, context -> TokenInformation in
    let asked = try await request.decode(as: TokenInformationRequest.self, context: context)
    guard let token = try? await keys.verify(asked.paymentToken, as: PaymentToken.self) else {
        return TokenInformation(respCode: "9040", respDesc: "Payment token is invalid")
    }
    let sealed = try await store.read { database -> [(String, Data)] in
        let tokens = try String.fetchOne(database, sql: "SELECT tokens FROM sessions WHERE id = ?", arguments: [token.session])
        return try JSONDecoder().decode([String].self, from: Data((tokens ?? "[]").utf8)).compactMap { token in
            let sealed = try Data.fetchOne(database, sql: "SELECT sealed FROM cards WHERE token = ?", arguments: [token])
            return sealed.map { (token, $0) }
        }
    }
    let today = Calendar.current.dateComponents([.year, .month], from: Date())
    let cards = try sealed.map { token, sealed in
        let opened = try AES.GCM.open(.init(combined: sealed), using: key, authenticating: Data(token.utf8))
        return CustomerToken(
            try JSONDecoder().decode(Card.self, from: opened), year: today.year ?? 0, month: today.month ?? 0)
    }
    return TokenInformation(paymentToken: asked.paymentToken, customerToken: cards)
}

var logger = Logger(label: "obvious")
logger.logLevel = .error
let application = Application(
    router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
    onServerRunning: { channel in
        let words = "obvious ready at http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n"
        try? FileHandle.standardOutput.write(contentsOf: Data(words.utf8))
    }, logger: logger)
try await application.runService()
