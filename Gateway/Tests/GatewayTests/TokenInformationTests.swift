import Foundation
import Gateway
import PGWTesting
import StrictJSON
import Synchronization
import Testing
import TokenVault
import WireTesting

private let path = "/payment/4.3/cardtokeninfo"

private func ask(_ gateway: LocalGateway, _ token: String, path: String = path) async throws -> RawAnswer {
    try await gateway.post(path, JSON.object(["paymentToken": .string(token)].object).text)
}

extension [String: JSON] {
    fileprivate var object: JSONObject { reduce(into: JSONObject()) { $0[$1.key] = $1.value } }
}

@Suite("Token information at the gateway")
struct TokenInformationOperationTests {
    private let all = (67...72).map { "200520103809157593\($0)" }

    @Test("cards come in the order of registration, each once, with the rules of its status")
    func list() async throws {
        try await LocalGateway.run { gateway in
            let order = [all[2], all[0], all[1], all[5], all[0]]
            let token = try await gateway.backend().mint(LocalGateway.request(tokens: order)).paymentToken
            let answer = try await ask(gateway, token)
            let cards = (answer.json["customerToken"]?.array ?? []).compactMap(\.object)
            #expect(cards.map { $0["token"]?.string } == [all[2], all[0], all[1], all[5]])
            #expect(cards.map { $0["status"]?.string } == ["ED", "A", "EX", "A"])
            #expect(cards[0]["expiry"] == "")
            #expect(cards[1]["expiry"] == "XXXX-XX-XX")
            #expect(cards[2]["expiry"]?.string?.wholeMatch(of: /20\d\d-\d\d-(28|29|30|31)/) != nil)
            #expect(cards.map { $0["channelCode"]?.string } == ["CC", "CC", "CC", "TRUEMONEY"])
            #expect(
                cards.map { $0["accountNo"]?.string } == [
                    "378282XXXXX0005", "411111XXXXXX1111", "555555XXXXXX4444", "081XXX5678",
                ])
            #expect(cards[0]["email"] == "s*****i@e*****e.com")
        }
    }

    @Test(
        "each version answers in its own shape",
        arguments: [
            ("/payment/4.3/cardTokenInfo", "customerToken", "accountNo", "XXXX-XX-XX"),
            ("/payment/4.3/customerTokenInfo", "customerToken", "accountNo", "XXXX-XX-XX"),
            ("/payment/4.2/cardtokeninfo", "cardTokens", "cardNo", "XX/XX"),
            ("/payment/4.1/CARDTOKENINFO", "cardTokenDetails", "pan", "XX/XX"),
        ])
    func versions(_ path: String, _ list: String, _ account: String, _ expiry: String) async throws {
        try await LocalGateway.run { gateway in
            let token = try await gateway.backend().mint(LocalGateway.request()).paymentToken
            let answer = try await ask(gateway, token, path: path)
            let card = try #require(answer.json[list]?.array?.first?.object)
            #expect(card[account] == "411111XXXXXX1111")
            #expect((card["expiry"] ?? card["expiryDate"])?.string == expiry)
            #expect(answer.code == "0000")
        }
    }

    @Test("no registered token is an empty list, a deleted one is left out")
    func emptyAndDeleted() async throws {
        try await LocalGateway.run { gateway in
            let none = try await gateway.backend().mint(LocalGateway.request(tokens: [])).paymentToken
            #expect(try await ask(gateway, none).json["customerToken"] == .array([]))
            let two = try await gateway.backend().mint(LocalGateway.request(tokens: [all[0], all[1]])).paymentToken
            try await gateway.services.vault.delete(all[0], of: "JT04")
            let left = try await ask(gateway, two).json["customerToken"]?.array ?? []
            #expect(left.compactMap { $0.object?["token"]?.string } == [all[1]])
        }
    }

    @Test("a token minted for one customer never lists another's")
    func scope() async throws {
        try await LocalGateway.run { gateway in
            let token = try await gateway.backend().mint(LocalGateway.request(tokens: [all[0]])).paymentToken
            let body = #"{"paymentToken":"\#(token)","customerToken":["\#(all[1])"],"clientID":"x","locale":"th"}"#
            let answer = try await gateway.post(path, body)
            #expect(answer.json["customerToken"]?.array?.count == 1)
            #expect(!answer.body.contains(all[1]))
        }
    }

    @Test(
        "bad input has its code",
        arguments: [
            ("", "9005"), ("{", "9900"), ("[]", "9900"), ("{}", "9005"), (#"{"paymentToken":""}"#, "9005"),
            (#"{"paymentToken":null}"#, "9005"),
            (#"{"paymentToken":1}"#, "9040"), (#"{"paymentToken":true}"#, "9004"), (#"{"PaymentToken":"x"}"#, "9040"),
            (#"{"paymentToken":["x"]}"#, "9004"), (#"{"paymentToken":"x"}"#, "9040"),
            (#"{"paymentToken":"\#(String(repeating: "A", count: 128))"}"#, "9040"),
            (#"{"paymentToken":"\#(String(repeating: "A", count: 256))"}"#, "9006"),
            (#"{"paymentToken":"x","locale":"\#(String(repeating: "x", count: 11))"}"#, "9006"),
            (#"{"paymentToken":"a\u0000b"}"#, "9004"),
            (#"{"paymentToken":"x","paymentToken":"y"}"#, "9900"), (#"{"paymentToken":"x","PAYMENTTOKEN":"x"}"#, "9900"),
            (#"{"paymentToken":"x","browserDetails":"y"}"#, "9004"),
        ])
    func badInput(_ body: String, _ code: String) async throws {
        try await LocalGateway.run { gateway in
            let answer = try await gateway.post(path, body)
            #expect(answer.status == 200)
            #expect(answer.code == code)
        }
    }

    @Test("an expired token is 9020, and after it was swept still is")
    func expired() async throws {
        try await LocalGateway.run { gateway in
            let token = try await gateway.backend().mint(LocalGateway.request()).paymentToken
            try await turn(gateway, seconds: 1801)
            #expect(try await ask(gateway, token).code == "9020")
            _ = try await gateway.services.store.sweep(before: Date() + 10_000)
            #expect(try await ask(gateway, token).code == "9020")
        }
    }

    @Test("a genuine token whose session is gone is 9040")
    func revoked() async throws {
        try await LocalGateway.run { gateway in
            let token = try await gateway.backend().mint(LocalGateway.request()).paymentToken
            try await gateway.services.store.clear()
            #expect(try await ask(gateway, token).code == "9040")
        }
    }

    @Test("a forged, cut, foreign or expired token never reaches the store")
    func noStoreAccess() async throws {
        let reads = Counter()
        let foreign = try await LocalGateway.run { try await $0.backend().mint(LocalGateway.request()).paymentToken }
        try await LocalGateway.run(store: { CountingStore(inner: $0, sessions: reads) }) { gateway in
            let token = try await gateway.backend().mint(LocalGateway.request()).paymentToken
            #expect(try await ask(gateway, token).code == "0000")
            #expect(reads.value == 1)
            var bytes = Array(try #require(Data(base64Encoded: token)))
            for bit in stride(from: 0, to: 768, by: 31) {
                bytes[bit / 8] ^= 1 << (bit % 8)
                #expect(try await ask(gateway, Data(bytes).base64EncodedString()).code == "9040")
                bytes[bit / 8] ^= 1 << (bit % 8)
            }
            for bad in [foreign, String(token.dropLast(4)), token + "AAAA", "x"] {
                #expect(try await ask(gateway, bad).code == "9040")
            }
            try await turn(gateway, seconds: 1801)
            #expect(try await ask(gateway, token).code == "9020")
            #expect(reads.value == 1)
        }
    }

    @Test("SEC-53 another merchant's token is answered like one nobody has, at minting and before")
    func sec53Tenants() async throws {
        try await LocalGateway.run { gateway in
            let other = try await gateway.services.merchants.add("OTHER", try MerchantProfile(name: "Other", currency: "THB"))
            let backend = PaymentTokenClient(gateway: gateway.address, secret: try MerchantSecret(other.printedSecret))
            var errors: [PaymentTokenError] = []
            for token in [all[0], "99999999999999999999"] {
                var request = LocalGateway.request(tokens: [token])
                request.merchantID = "OTHER"
                do throws(PaymentTokenError) { _ = try await backend.mint(request) } catch { errors.append(error) }
            }
            #expect(errors.count == 2)
            #expect(errors[0] == errors[1])
            #expect(errors[0].code == .invalidCustomerToken)
        }
    }

    @Test("a store that fails is 9993 for the caller, and its reason stays in the log")
    func failingStore() async throws {
        try await LocalGateway.run(store: { FailingStore(inner: $0) }) { gateway in
            let token = try await gateway.backend().mint(LocalGateway.request(tokens: [])).paymentToken
            let answer = try await ask(gateway, token)
            #expect(answer.code == "9993")
            #expect(!answer.body.contains("disk"))
            #expect(gateway.log.text.contains("the disk is on fire"))
        }
    }
}

final class Counter: Sendable {
    private let count = Atomic(0)
    var value: Int { count.load(ordering: .relaxed) }
    func add() { count.add(1, ordering: .relaxed) }
}
