import Crypto
import Foundation
import JOSE
import PGWTesting
import PGWWire
import SQLiteStore
import StrictJSON
import Testing
import TokenVault
import WireTesting

@testable import Gateway

/// Key pairs made once for all tests: making one takes a while.
private enum Keys {
    static let merchant = make()
    static let other = make()
    static let stranger = make()

    private static func make() -> RSAPrivateKey {
        do { return try RSAPrivateKey.generate(bits: 2048) } catch { fatalError("the system makes no keys: \(error)") }
    }
}

private let number = "4111111111111111"
private let soldCard: [String: JSON] = [
    "merchantID": "JT04", "tokenProvider": "CC", "accountNo": .string(number), "name": "Somchai Jaidee",
    "email": "somchai@example.com", "expiry": "2031-05-12", "accountIssuer": "A Bank", "accountIssuerCountry": "TH",
    "accountCurrency": "THB",
]

extension LocalGateway {
    fileprivate static func maintained<Result>(
        _ change: (inout GatewayConfiguration) -> Void = { _ in }, isolation: isolated (any Actor)? = #isolation,
        _ body: (LocalGateway) async throws -> Result
    ) async throws {
        try await run(change) { gateway in
            try await gateway.services.merchantKeys.add(Keys.merchant.publicKey, to: try await gateway.merchant())
            _ = try await body(gateway)
        }
    }

    fileprivate func path(_ action: String) -> String { "/customertoken/3.0/CustomerToken/\(action)" }

    fileprivate func gatewayKey() async throws -> RSAPublicKey {
        try #require(try await services.gatewayKeys.inUse().first).key.publicKey
    }

    /// A sealed request, and the answer as it came.
    fileprivate func raw(
        _ action: String, _ fields: [String: JSON], by key: RSAPrivateKey = Keys.merchant, to reader: RSAPublicKey? = nil
    ) async throws -> RawAnswer {
        let recipient = if let reader { reader } else { try await gatewayKey() }
        var object = JSONObject()
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { object[name] = value }
        let text = try SealedMessage.seal(JSON.object(object).bytes, to: recipient, signedBy: key)
        return try await post(path(action), text, headers: ["Content-Type: text/plain"])
    }

    /// A sealed request, and what its sealed answer says.
    fileprivate func call(
        _ action: String, _ fields: [String: JSON], by key: RSAPrivateKey = Keys.merchant
    ) async throws -> JSONObject {
        let answer = try await raw(action, fields, by: key)
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/plain; charset=utf-8")
        let message = try SealedMessage(answer.body, to: [key])
        _ = try message.verified(by: [try await gatewayKey()])
        return try #require(try JSON(parsing: message.unverifiedPlaintext).object)
    }
}

@Suite("Customer token maintenance")
struct CustomerTokenTests {
    @Test("a card is added, looked up, changed and deleted")
    func life() async throws {
        try await LocalGateway.maintained { gateway in
            let added = try await gateway.call("add", soldCard)
            #expect(added["responseCode"] == "0000" && added["responseDesc"] == "Success")
            #expect(added["accountNo"] == "411111XXXXXX1111" && added["expiry"] == "2031-05-31")
            #expect(added["email"] == "somchai@example.com" && added["accountIssuer"] == "A Bank")
            #expect(added["channelCode"] == "CC" && added["subChannelCode"] == "VI" && added["tokenReference"] == "")
            let token = try #require(added["token"]?.string)
            #expect(token.wholeMatch(of: /[0-9]{20}/) != nil)

            let named: [String: JSON] = ["merchantID": "JT04", "token": .string(token)]
            var found = try await gateway.call("get", named)
            #expect(found["name"] == "Somchai Jaidee" && found["expiry"] == "2031-05-31")
            #expect(try await gateway.call("inquiry", named) == found)

            let changed = try await gateway.call(
                "update", named.merging(["name": "Malee Suksan", "expiry": "2032-02-01", "accountIssuer": "B Bank"]) { $1 })
            #expect(changed["name"] == "Malee Suksan" && changed["expiry"] == "2032-02-29")
            #expect(changed["accountIssuer"] == "B Bank" && changed["email"] == "somchai@example.com")
            found = try await gateway.call("get", named)
            #expect(found["name"] == "Malee Suksan")

            let deleted = try await gateway.call("delete", named)
            #expect(deleted.members.map(\.name) == ["merchantID", "token", "responseCode", "responseDesc"])
            for action in ["get", "delete"] { #expect(try await gateway.call(action, named)["responseCode"] == "4202") }
        }
    }

    @Test("another provider's token is kept, shows no more than a card's ends, and needs neither name nor expiry")
    func external() async throws {
        try await LocalGateway.maintained { gateway in
            let added = try await gateway.call(
                "add", ["merchantID": "JT04", "tokenProvider": "MA", "accountNo": "5555555555554444"])
            #expect(added["responseCode"] == "0000")
            #expect(added["accountNo"] == "555555XXXXXX4444" && added["subChannelCode"] == "MA")
        }
    }

    @Test("paths match whatever their case; another method is 405")
    func paths() async throws {
        try await LocalGateway.maintained { gateway in
            let text = try SealedMessage.seal(
                Array(#"{"merchantID":"JT04","token":"x"}"#.utf8), to: try await gateway.gatewayKey(), signedBy: Keys.merchant)
            for path in ["/customertoken/3.0/customertoken/GET", "/CustomerToken/3.0/CustomerToken/Get"] {
                let answer = try await gateway.post(path, text)
                #expect(
                    try SealedMessage(answer.body, to: [Keys.merchant]).verified(by: [try await gateway.gatewayKey()]).bits > 0)
            }
            #expect(try await gateway.get(gateway.path("add")).status == 405)
        }
    }

    // MARK: Bad input

    struct Wrong: Sendable, CustomStringConvertible {
        let action: String
        let field: String
        let value: JSON?
        let code: String
        var description: String { "\(action) \(field) \(code)" }
    }

    private static let wrongFields: [Wrong] = {
        let long = { (count: Int) in JSON.string(String(repeating: "a", count: count)) }
        var wrong: [Wrong] = []
        for field in ["tokenProvider", "accountNo", "name", "expiry"] {
            wrong.append(Wrong(action: "add", field: field, value: nil, code: "9005"))
            wrong.append(Wrong(action: "add", field: field, value: "", code: "9005"))
        }
        for field in ["token", "name", "expiry"] { wrong.append(Wrong(action: "update", field: field, value: nil, code: "9005")) }
        for action in ["get", "delete"] { wrong.append(Wrong(action: action, field: "token", value: nil, code: "9005")) }
        for (field, length) in [
            ("tokenProvider", 16), ("accountNo", 256), ("name", 51), ("email", 256), ("expiry", 11), ("accountIssuer", 51),
            ("accountIssuerCountry", 3), ("accountCurrency", 4),
        ] { wrong.append(Wrong(action: "add", field: field, value: long(length), code: "9006")) }
        for (field, length) in [
            ("token", 256), ("name", 51), ("email", 256), ("expiry", 11), ("accountIssuer", 51), ("accountIssuerCountry", 3),
            ("accountCurrency", 4),
        ] { wrong.append(Wrong(action: "update", field: field, value: long(length), code: "9006")) }
        for action in ["get", "delete"] { wrong.append(Wrong(action: action, field: "token", value: long(256), code: "9006")) }
        for (field, value): (String, JSON) in [
            ("tokenProvider", "XX"), ("tokenProvider", 7), ("accountNo", ["4111111111111111"]), ("accountNo", true),
            ("name", [7]), ("name", "a\nb"), ("name", "4111.1111.1111.1111"), ("name", "4111x1111x1111x1111"),
            ("name", "A\u{202E}B"),
            ("email", "4111/1111/1111/1111@x.com"), ("accountIssuer", "A\u{2028}B"), ("name", "\u{1B}[31m"),
            ("name", "Card 4111 1111 1111 1111"), ("email", "nobody"),
            ("email", "a@b\u{0}"), ("email", 7), ("expiry", "2031-02-30"), ("expiry", "05/31"), ("expiry", "2031-5-1"),
            ("expiry", 20_310_501), ("expiry", "1999-01-01"), ("accountIssuer", "\u{7F}"), ("accountIssuer", true),
            ("accountIssuer", "4111111111111111"), ("accountIssuerCountry", "T"), ("accountIssuerCountry", "1!"),
            ("accountCurrency", "XYZ"), ("accountCurrency", "TH"), ("accountCurrency", ["THB"]),
        ] { wrong.append(Wrong(action: "add", field: field, value: value, code: "9004")) }
        for (field, value): (String, JSON) in [
            ("name", "a\rb"), ("email", "nobody"), ("expiry", "31-05-2031"), ("accountIssuerCountry", "1!"),
            ("accountCurrency", "zz"),
            ("token", true), ("name", "4111111111111111"), ("name", "٤١١١١١١١١١١١١١١١"),
        ] { wrong.append(Wrong(action: "update", field: field, value: value, code: "9004")) }
        for value: JSON in ["4111111111111112", "411111111111", "41111111111111111111", "4111-abc", "x"] {
            wrong.append(Wrong(action: "add", field: "accountNo", value: value, code: "4014"))
        }
        for action in ["add", "update"] {
            wrong.append(Wrong(action: action, field: "expiry", value: "2020-01-31", code: "4054"))
        }
        wrong.append(Wrong(action: "update", field: "token", value: "nobodys", code: "4202"))
        return wrong
    }()

    @Test("every field wrong in each way has its code and is named")
    func wrongFields() async throws {
        try await LocalGateway.maintained { gateway in
            for wrong in Self.wrongFields {
                var fields =
                    wrong.action == "add"
                    ? soldCard
                    : ["merchantID": "JT04", "token": "20052010380915759370", "name": "A", "expiry": "2031-05-12"]
                fields[wrong.field] = wrong.value
                let answer = try await gateway.call(wrong.action, fields)
                #expect(answer["responseCode"]?.string == wrong.code, "\(wrong)")
                let words = answer["responseDesc"]?.string ?? ""
                let name = wrong.field.prefix(1).uppercased() + wrong.field.dropFirst()
                #expect(words == "Invalid Request (\(wrong.code))\(name)", "\(wrong)")
                #expect(words.count <= 50)
                #expect(answer["merchantID"] == "JT04")
                #expect(CardNumberLeaks.scan(words, in: "answer").isEmpty)
            }
            // Whatever was refused left nothing behind.
            #expect(try await gateway.services.store.tokenCount(of: "JT04") == 6)
        }
    }

    // MARK: Who may ask

    @Test("SEC-30 an unknown merchant, one without keys, a wrong key and a wrong signature are answered alike, byte for byte")
    func sec30Alike() async throws {
        try await LocalGateway.maintained { gateway in
            func tampered() async throws -> RawAnswer {
                let text = try SealedMessage.seal(
                    Array(#"{"merchantID":"JT04","token":"x"}"#.utf8), to: try await gateway.gatewayKey(), signedBy: Keys.merchant
                )
                let parts = text.split(separator: ".").map(String.init)
                let other = try SealedMessage.seal(
                    Array("{}".utf8), to: try await gateway.gatewayKey(), signedBy: Keys.merchant)
                return try await gateway.post(
                    gateway.path("get"), "\(parts[0]).\(parts[1]).\(other.split(separator: ".").last ?? "")")
            }
            let named: [String: JSON] = ["merchantID": "JT04", "token": "x"]
            let answers = [
                try await gateway.raw("get", named.merging(["merchantID": "ZZ99"]) { $1 }),
                try await gateway.raw("get", named.merging(["merchantID": "JT05"]) { $1 }),
                try await gateway.raw("get", named, by: Keys.stranger), try await tampered(),
                try await gateway.raw("get", ["token": "x"]),
                try await gateway.raw("get", named.merging(["merchantID": 7]) { $1 }),
                try await gateway.raw("get", named.merging(["merchantID": .string(String(repeating: "x", count: 9000))]) { $1 }),
                try await gateway.raw("get", named.merging(["merchantID": "jt04"]) { $1 }),
            ]
            for answer in answers {
                #expect(answer.body == #"{"responseCode":"9042","responseDesc":"Hash mismatch"}"#)
                #expect(answer.status == 200)
                #expect(answer.headers.keys.sorted() == answers[0].headers.keys.sorted())
            }
        }
    }

    @Test("a name is counted in characters here as everywhere: 64 Thai code points go in")
    func thaiName() async throws {
        try await LocalGateway.maintained { gateway in
            let name = String(repeating: "กี่", count: 16) + String(repeating: "น้", count: 8)
            let added = try await gateway.call("add", soldCard.merging(["name": .string(name)]) { $1 })
            #expect(added["responseCode"] == "0000" && added["name"]?.string == name)
        }
    }

    @Test("what is no JOSE is 9900, nothing at all 9005, and what stands around a message says nothing")
    func noMessage() async throws {
        try await LocalGateway.maintained { gateway in
            for body in ["no JOSE at all", #"{"merchantID":"JT04"}"#, "a.b", "a.b.c.d.e", "<xml/>"] {
                #expect(try await gateway.post(gateway.path("get"), body).json["responseCode"] == "9900")
            }
            for body in ["", "\n", "\u{FEFF} \r\n"] {
                let answer = try await gateway.post(gateway.path("get"), body)
                #expect(answer.body == #"{"responseCode":"9005","responseDesc":"Invalid Request (9005)Payload"}"#)
            }
            let claims = Array(#"{"MerchantId":"JT04","TOKEN":"20052010380915759370"}"#.utf8)
            let text = try SealedMessage.seal(claims, to: try await gateway.gatewayKey(), signedBy: Keys.merchant)
            for (before, after) in [("", "\n"), ("", "\r\n"), ("\u{FEFF}", " "), ("\n\t", "\n\n")] {
                let answer = try await gateway.post(gateway.path("get"), before + text + after)
                let message = try SealedMessage(answer.body, to: [Keys.merchant])
                #expect(try JSON(parsing: message.unverifiedPlaintext).object?["responseCode"] == "0000")
            }
        }
    }

    @Test("SEC-36 a message that does not decrypt is 9900, whatever is wrong with it")
    func sec36Undecryptable() async throws {
        try await LocalGateway.maintained { gateway in
            func signed(_ inner: String) throws -> String { try CompactJWS.sign(Array(inner.utf8), with: Keys.merchant) }
            let good = try CompactJWE.encrypt(Array("{}".utf8), to: try await gateway.gatewayKey())
            let parts = good.split(separator: ".").map(String.init)
            let inner = [
                "", "x", "a.b.c.d.e", good + "x", parts.dropLast().joined(separator: "."),
                try CompactJWE.encrypt(Array("{}".utf8), to: Keys.stranger.publicKey),
                (["eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMjU2R0NNIn0"] + parts.dropFirst()).joined(separator: "."),
                (parts[..<4] + ["AAAAAAAAAAAAAAAAAAAAAA"]).joined(separator: "."), #"{"merchantID":"JT04"}"#,
            ]
            for text in inner {
                let answer = try await gateway.post(gateway.path("get"), try signed(text))
                #expect(answer.body == #"{"responseCode":"9900","responseDesc":"Payload cannot be read"}"#, "\(text.prefix(40))")
            }
        }
    }

    @Test("SEC-24 SEC-25 SEC-26 only PS256 with a plain header is taken at the RSA endpoints")
    func sec24sec25sec26Algorithms() async throws {
        try await LocalGateway.maintained { gateway in
            let inner = try CompactJWE.encrypt(
                Array(#"{"merchantID":"JT04","token":"x"}"#.utf8), to: try await gateway.gatewayKey())
            let secret = try HMACKey(secret: Keys.merchant.publicKey.pem)
            let confused = CompactJWS.sign(Array(inner.utf8), with: secret)
            let right = try CompactJWS.sign(Array(inner.utf8), with: Keys.merchant).split(separator: ".").map(String.init)
            for header in [#"{"alg":"none"}"#, #"{"alg":"RS256"}"#, "{}", #"{"alg":"PS256","crit":["b64"]}"#] {
                let forged = Data(header.utf8).base64EncodedString().replacing("=", with: "")
                let answer = try await gateway.post(gateway.path("get"), ([forged] + right.dropFirst()).joined(separator: "."))
                #expect(answer.json["responseCode"] == "9042", "\(header)")
            }
            #expect(try await gateway.post(gateway.path("get"), confused).json["responseCode"] == "9042")
            #expect(try await gateway.post(gateway.path("get"), inner).json["responseCode"] == "9900")
            // And a payment token request under RSA is no HMAC.
            let body = JSON.object(JSONObject()).text + right.joined(separator: ".")
            #expect(try await gateway.post("/payment/4.3/paymentToken", body).code == "9900")
            let rsa = try CompactJWS.sign(Array(#"{"merchantID":"JT04"}"#.utf8), with: Keys.merchant)
            #expect(try await gateway.post("/payment/4.3/paymentToken", #"{"payload":"\#(rsa)"}"#).code == "9042")
        }
    }

    @Test("SEC-28 claims with a member twice, or nested too deep, are believed by nobody")
    func sec28Claims() async throws {
        try await LocalGateway.maintained { gateway in
            for text in [
                #"{"merchantID":"JT05","merchantID":"JT04","token":"x"}"#, #"["JT04"]"#, "JT04",
                #"{"merchantID":"JT04","x":\#(String(repeating: "[", count: 40))\#(String(repeating: "]", count: 40))}"#,
            ] {
                let sealed = try SealedMessage.seal(
                    Array(text.utf8), to: try await gateway.gatewayKey(), signedBy: Keys.merchant)
                #expect(try await gateway.post(gateway.path("get"), sealed).json["responseCode"] == "9900")
            }
        }
    }

    @Test("SEC-53 another merchant's token is answered like one nobody has")
    func sec53Isolation() async throws {
        try await LocalGateway.maintained { gateway in
            let other = try #require(try await gateway.services.merchants.find("JT05"))
            try await gateway.services.merchantKeys.add(Keys.other.publicKey, to: other)
            let theirs = "20052010380915759367"
            for (action, more): (String, [String: JSON]) in [
                ("get", [:]), ("delete", [:]), ("update", ["name": "Mine Now", "expiry": "2031-05-12"]),
            ] {
                var answers: [JSONObject] = []
                for token in [theirs, "20052010380915750000"] {
                    let fields = more.merging(["merchantID": "JT05", "token": .string(token)]) { $1 }
                    answers.append(try await gateway.call(action, fields, by: Keys.other))
                }
                #expect(answers[0] == answers[1])
                #expect(answers[0]["responseCode"] == "4202")
            }
            #expect(try await gateway.call("get", ["merchantID": "JT04", "token": .string(theirs)])["responseCode"] == "0000")
            // A merchant cannot speak for another, whichever of the two is named.
            #expect(
                try await gateway.raw("get", ["merchantID": "JT04", "token": .string(theirs)], by: Keys.other).json[
                    "responseCode"] == "9042")
        }
    }

    @Test("limits have their codes: cards, requests a second, cards not to be stored, a closed account")
    func limits() async throws {
        try await LocalGateway.run { gateway in
            func merchant(_ id: String, _ change: (inout MerchantProfile) -> Void) async throws {
                var profile = try MerchantProfile(name: id, currency: "THB")
                change(&profile)
                try await gateway.services.merchantKeys.add(
                    Keys.merchant.publicKey, to: try await gateway.services.merchants.add(id, profile))
            }
            func add(_ id: String) async throws -> String {
                try await gateway.call("add", soldCard.merging(["merchantID": .string(id)]) { $1 })["responseCode"]?.string ?? ""
            }
            try await merchant("FEW") { $0.maximumTokens = 2 }
            #expect([try await add("FEW"), try await add("FEW"), try await add("FEW")] == ["0000", "0000", "4205"])
            let some = try await gateway.services.vault.list(of: "FEW")
            try await gateway.services.vault.delete(some[0].token, of: "FEW")
            #expect(try await add("FEW") == "0000")

            try await merchant("SLOW") { $0.requestsPerSecond = 1 }
            @Sendable func slow() async throws -> RawAnswer {
                try await gateway.raw("add", soldCard.merging(["merchantID": "SLOW"]) { $1 })
            }
            #expect(try await slow().json["responseCode"] == nil)
            // Over the limit the answer is plain: a sealed one would cost what the limit saves. On a busy machine it takes a few
            // until two come within one second.
            try await eventually {
                async let one = slow()
                async let two = slow()
                async let three = slow()
                let answers = try await [one, two, three].compactMap { $0.json["responseCode"]?.string }
                #expect(answers.allSatisfy { $0 == "4205" })
                return !answers.isEmpty
            }

            try await merchant("NONE") { $0.mayTokenise = false }
            #expect(try await add("NONE") == "9080")
            try await merchant("SHUT") { $0.isActive = false }
            #expect(try await add("SHUT") == "9007")
            try await merchant("ONCE") { $0.onePerCard = true }
            #expect([try await add("ONCE"), try await add("ONCE")] == ["0000", "0000"])
            #expect(try await gateway.services.store.tokenCount(of: "ONCE") == 1)
        }
    }

    @Test("work that was let in is never turned away, and goes before what was not")
    func workers() async throws {
        let workers = RSAWorkers(threads: 1, limit: 2)
        defer { workers.stop() }
        let gate = DispatchSemaphore(value: 0)
        let order = CapturedText()
        let began = CapturedText()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await workers.begin {
                    began.add("began")
                    gate.wait()
                    return true
                }
            }
            try await eventually { !began.text.isEmpty }
            for _ in 0..<2 {
                group.addTask {
                    try await workers.begin {
                        order.add("waiting "); return true
                    }
                }
            }
            try await eventually { workers.queued.waiting == 2 }
            await #expect(throws: RSAWorkers.Overloaded.self) { try await workers.begin { true } }
            for _ in 0..<8 {
                group.addTask {
                    await workers.goOn {
                        order.add("begun "); return true
                    }
                }
            }
            try await eventually { workers.queued.begun == 8 }
            gate.signal()
            try await group.waitForAll()
        }
        #expect(order.text == String(repeating: "begun ", count: 8) + "waiting waiting ")
    }

    @Test("a bucket holds a second's requests and fills at their rate")
    func budgets() {
        let budgets = RequestBudgets()
        let start = ContinuousClock.now
        func ask(_ seconds: Double) -> Bool { budgets.allow("M", perSecond: 10, now: start + .seconds(seconds)) }
        #expect((0..<12).map { _ in ask(0) }.count { $0 } == 10)
        #expect(!ask(0.05))
        #expect(ask(0.2))
        #expect((0..<20).map { _ in ask(60) }.count { $0 } == 10)
        #expect(budgets.allow("other", perSecond: 10, now: start))
        #expect(budgets.allow("M", perSecond: nil, now: start))
    }

    // MARK: Keys

    @Test("a gateway's key is exchanged without a gap: both work until the overlap ends, then the old one opens nothing")
    func gatewayKeys() async throws {
        try await LocalGateway.maintained { gateway in
            let keys = gateway.services.gatewayKeys
            let old = try await gateway.gatewayKey()
            let named: [String: JSON] = ["merchantID": "JT04", "token": "x"]
            await #expect(throws: VaultError.self) { try await keys.retire(old.thumbprint, overlap: 60) }
            try await keys.generate()
            let new = try await gateway.gatewayKey()
            #expect(new != old && new.bits == 3072)
            for key in [old, new] {
                let answer = try await gateway.raw("get", named, to: key)
                // Signed with the key that was used, so that whoever knows only that one can verify.
                _ = try SealedMessage(answer.body, to: [Keys.merchant]).verified(by: [key])
            }
            let set = try #require(try await gateway.get("/.well-known/jwks.json").json["keys"]?.array).compactMap(\.object)
            #expect(try set.map { try RSAPublicKey(jwk: $0) } == [new, old])
            let certificates = try await gateway.get("/.well-known/certificates.pem")
            #expect(try RSAPublicKey.all(pem: certificates.body) == [new, old])
            #expect(!certificates.body.contains("PRIVATE"))

            try await keys.retire(old.thumbprint, overlap: 60)
            #expect(try await gateway.raw("get", named, to: old).json["responseCode"] == nil)
            gateway.clock.advance(61)
            _ = try? await keys.retire("none", overlap: 0)
            // What is remembered of the keys is a second old at most.
            try await eventually { try await gateway.raw("get", named, to: old).json["responseCode"] == "9900" }
            #expect(try await keys.inUse().map(\.key.publicKey) == [new])
        }
    }

    @Test("a merchant's key is exchanged without a gap, and one that is removed signs for nobody")
    func merchantKeys() async throws {
        try await LocalGateway.maintained { gateway in
            let keys = gateway.services.merchantKeys
            let merchant = try await gateway.merchant()
            let named: [String: JSON] = ["merchantID": "JT04", "token": "x"]
            try await keys.add(Keys.other.publicKey, to: merchant)
            await #expect(throws: VaultError.self) { try await keys.add(Keys.other.publicKey, to: merchant) }
            for key in [Keys.merchant, Keys.other] {
                #expect(try await gateway.call("get", named, by: key)["responseCode"] == "4202")
            }
            try await keys.remove(Keys.merchant.publicKey.thumbprint, from: merchant)
            #expect(try await gateway.raw("get", named).json["responseCode"] == "9042")
            #expect(try await gateway.call("get", named, by: Keys.other)["responseCode"] == "4202")
            await #expect(throws: VaultError.self) { try await keys.remove("none", from: merchant) }
        }
    }

    @Test("nodes that start at once agree on one key")
    func oneKey() async throws {
        try await LocalGateway.run { gateway in
            let nodes = (0..<4).map { _ in gateway.services.gatewayKeys }
            let ids = try await withThrowingTaskGroup(of: String.self) { group in
                for node in nodes { group.addTask { try await node.inUse()[0].key.publicKey.thumbprint } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(try await gateway.services.gatewayKeys.all().count == 1)
        }
    }

    @Test("SEC-08 a key that was put into the store under another owner's name does not open")
    func sec08MovedKey() async throws {
        let test = try temporaryFolder()
        let store = try SQLiteStore(path: test + "/openpgw.db")
        let keyring = try await Keyring.open(master: try MasterKey.create(test + "/key"), store: store)
        let keys = ExchangeKeys(keyring: keyring, store: store, clock: .system)
        #expect(try await keys.add("id", [1, 2, 3], to: "MINE", limit: 8))
        let record = try #require(try await store.exchangeKeys(of: "MINE").first)
        #expect(
            try await store.insert(
                ExchangeKeyRecord(owner: "THEIRS", id: "id", key: record.key, created: record.created, retires: nil),
                limit: 8))
        #expect(try await keys.inUse(of: "MINE").map(\.bytes) == [[1, 2, 3]])
        await #expect(throws: VaultError.self) { try await keys.inUse(of: "THEIRS") }
    }

    /// Deletes nothing.
    private struct StuckStore: WrappedStore {
        let inner: any Store

        func delete(_ merchant: String, _ token: String, at date: Date) async throws(VaultError) -> Bool {
            throw VaultError(.store, "the disk is on fire")
        }
    }

    @Test("a card that a store cannot delete is 4204, and the reason stays in the log")
    func stuck() async throws {
        try await LocalGateway.run(store: { StuckStore(inner: $0) }) { gateway in
            try await gateway.services.merchantKeys.add(Keys.merchant.publicKey, to: try await gateway.merchant())
            let client = CustomerTokenClient(
                gateway: gateway.address, merchantID: "JT04", keys: try MerchantKeyPair(privateKeyPEM: Keys.merchant.pem),
                gatewayKeys: try await GatewayPublicKeys.fetch(from: gateway.address))
            await #expect { try await client.delete("20052010380915759367") } throws: {
                ($0 as? CustomerTokenError)?.code == .tokenActionFailed && !"\($0)".contains("fire")
            }
            #expect(gateway.log.text.contains("the disk is on fire"))
        }
    }

    // MARK: The merchant's library

    @Test("the merchant's library does all of it, in either hash, and believes only what is sealed", arguments: [false, true])
    func client(_ usesSHA256: Bool) async throws {
        try await LocalGateway.maintained { gateway in
            let keys = try await GatewayPublicKeys.fetch(from: gateway.address)
            let pair = try MerchantKeyPair(privateKeyPEM: Keys.merchant.pem)
            let client = CustomerTokenClient(
                gateway: gateway.address, merchantID: "JT04", keys: pair, gatewayKeys: keys, usesSHA256: usesSHA256)
            let stored = try await client.add(cardNumber: number, expiry: "2031-05-12", name: "Somchai Jaidee")
            let token = try #require(stored.token)
            #expect(try await client.get(token).accountNo == "411111XXXXXX1111")
            let changed = try await client.update(
                UpdateCustomerTokenRequest(merchantID: "JT04", token: token, name: "M", expiry: "2032-01-31"))
            #expect(changed.name == "M")
            try await client.delete(token)
            await #expect { try await client.get(token) } throws: { error in
                let error = error as? CustomerTokenError
                return error?.kind == .refused && error?.code == .invalidCardToken && error?.isSealed == true
                    && error?.fields == ["token"]
            }
            // Wrong input is told before anything is sent.
            await #expect { try await client.add(cardNumber: number, expiry: "05/31", name: "x") } throws: { error in
                (error as? CustomerTokenError)?.kind == .invalidRequest && (error as? CustomerTokenError)?.fields == ["expiry"]
            }
            let stranger = CustomerTokenClient(
                gateway: gateway.address, merchantID: "JT04", keys: try MerchantKeyPair.generate(), gatewayKeys: keys)
            await #expect { try await stranger.get(token) } throws: { error in
                (error as? CustomerTokenError)?.code == .hashMismatch && (error as? CustomerTokenError)?.isSealed == false
            }
            // Unsigned success, a success sealed by somebody else, and noise.
            let forged = try SealedMessage.seal(
                Array(#"{"merchantID":"JT04","responseCode":"0000","responseDesc":"Success"}"#.utf8), to: Keys.merchant.publicKey,
                signedBy: Keys.stranger)
            for (body, kind): (String, CustomerTokenError.Kind) in [
                (#"{"merchantID":"JT04","responseCode":"0000"}"#, .noAnswer), (forged, .untrusted), ("x", .untrusted),
                ("", .noAnswer),
            ] {
                #expect { try client.response(from: Data(body.utf8)) } throws: { ($0 as? CustomerTokenError)?.kind == kind }
            }
        }
    }

    @Test("a sandbox takes a merchant's public key, and says what it did not take")
    func sandboxKeys() async throws {
        try await LocalGateway.run { gateway in
            func give(_ id: String, _ pem: String) async throws -> RawAnswer {
                let body: JSON = ["merchantID": .string(id), "publicKey": .string(pem)]
                return try await gateway.post("/sandbox/keys", body.text)
            }
            let pem = try Keys.merchant.certificate(name: "A Shop", from: Date())
            #expect(try await give("JT04", pem).json["keyID"]?.string == Keys.merchant.publicKey.thumbprint)
            #expect(try await give("JT04", pem).status == 400)
            #expect(try await give("ZZ99", pem).status == 400)
            #expect(try await give("JT04", "nonsense").status == 400)
        }
    }
}
