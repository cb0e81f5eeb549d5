import Crypto
import Foundation
import PGWTesting
import StrictJSON
import Testing

@testable import JOSE

private let secret = "1F4EDB965BBB3094F791A83750FBDCDA3852131CB5218E21E4F42929A1975E60"
private let claims = #"{"merchantID":"JT01","invoiceNo":"1523953661","description":"item 1","amount":1000,"currencyCode":"SGD"}"#

private func key() throws -> HMACKey { try HMACKey(secret: secret) }

/// A JWS with any header at all, its MAC right.
private func forge(header: String, payload: String = claims) throws -> String {
    let input = Base64URL.encode(Array(header.utf8)) + "." + Base64URL.encode(Array(payload.utf8))
    let mac = HMAC<SHA256>.authenticationCode(for: Data(input.utf8), using: SymmetricKey(data: Data(secret.utf8)))
    return input + "." + Base64URL.encode(Array(mac))
}

private func failure(_ text: String, _ key: HMACKey) -> JOSEError? {
    do throws(JOSEError) { _ = try CompactJWS(text).verified(by: key) } catch { return error }
    return nil
}

@Suite("Compact JWS, HS256")
struct CompactJWSTests {
    @Test("the documented signature is ours, byte for byte")
    func documented() throws {
        let jws = CompactJWS.sign(Array(claims.utf8), with: try key())
        #expect(jws.hasSuffix(".ElmhOULUdK63FnriSs2XyhH1LxULoTVIopTUuQ77DvA"))
        #expect(try CompactJWS(jws).verified(by: try key()) == Array(claims.utf8))
    }

    @Test("RFC 7515 A.1")
    func rfc7515() throws {
        let bytes = try #require(
            Base64URL.decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow".utf8))
        let jws = """
            eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvb\
            S9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk
            """
        let payload = try CompactJWS(jws).verified(by: try HMACKey(bytes))
        #expect(payload == Array("{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}".utf8))
    }

    @Test(
        "SEC-24 any alg but HS256 is refused over a right MAC",
        arguments: [
            #"{"alg":"none"}"#, #"{"alg":"None"}"#, #"{"alg":"NONE"}"#, #"{"alg":""}"#, "{}", #"{"typ":"JWT"}"#,
            #"{"alg":"HS384"}"#,
            #"{"alg":"HS512"}"#, #"{"alg":"RS256"}"#, #"{"alg":"PS256"}"#, #"{"alg":"ES256"}"#, #"{"alg":"hs256"}"#,
            #"{"alg":["HS256"]}"#,
            #"{"alg":null}"#, #"{"alg":{"alg":"HS256"}}"#, #"{"Alg":"HS256"}"#, #"{"alg":"HS256 "}"#, #"{"alg":256}"#,
        ])
    func sec24Algorithms(_ header: String) throws {
        #expect(failure(try forge(header: header), try key()) == .wrongAlgorithm)
    }

    @Test("SEC-25 a message signed with a public key's PEM as secret does not verify")
    func sec25Confusion() throws {
        let pem = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n-----END PUBLIC KEY-----\n"
        let forged = CompactJWS.sign(Array(claims.utf8), with: try HMACKey(pem.utf8))
        #expect(failure(forged, try key()) == .badSignature)
    }

    @Test(
        "SEC-26 headers that change the reading or bring a key are refused",
        arguments: [
            #""crit":["exp"]"#, #""crit":[]"#, #""b64":false"#, #""zip":"DEF""#, #""jku":"https://x""#, #""x5u":"https://x""#,
            #""jwk":{"kty":"oct"}"#, #""x5c":["x"]"#, #""enc":"A256GCM""#,
        ])
    func sec26ForbiddenHeaders(_ member: String) throws {
        let name = try #require(member.split(separator: "\"").first).description
        let error = failure(try forge(header: #"{"alg":"HS256",\#(member)}"#), try key())
        #expect(error == .forbiddenHeader(name))
        #expect(error?.header == name)
        // Whoever has not the key hears nothing of the header.
        let other = try HMACKey([UInt8](repeating: 7, count: 32))
        #expect(failure(try forge(header: #"{"alg":"HS256",\#(member)}"#), other) == .badSignature)
    }

    @Test(
        "SEC-26 hints are ignored, whatever they say",
        arguments: [
            #""typ":"JWT""#, #""typ":"jwt""#, #""typ":"JWE""#, #""typ":"at+jwt""#, #""typ":1"#, #""cty":"x""#, #""x":{"y":[1]}"#,
            #""kid":"JT01""#, #""kid":"unknown""#, #""kid":1"#, #""kid":null"#, #""x5t":"x""#, #""x5t#S256":"x""#,
        ])
    func sec26Hints(_ member: String) throws {
        #expect(failure(try forge(header: #"{"alg":"HS256",\#(member)}"#), try key()) == nil)
    }

    @Test("SEC-27 other spellings of a right message are refused")
    func sec27Spellings() throws {
        let good = CompactJWS.sign(Array(claims.utf8), with: try key())
        let parts = good.split(separator: ".").map(String.init)
        let last = try #require(parts[2].last)
        // 43 characters carry 258 bits, the last 2 of them unused: three other last characters decode to the same bytes.
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let value = try #require(alphabet.firstIndex(of: last))
        let loose = (1...3).map { parts[2].dropLast() + String(alphabet[value / 4 * 4 + (value + $0) % 4]) }
        var spellings = loose.map { "\(parts[0]).\(parts[1]).\($0)" }
        spellings += [
            good + "=", good + "==", good + "\n", " " + good, good + " ", good + ".", "." + good, good + "." + parts[2],
            parts[0] + "." + parts[1], parts[0], "", "..", parts[0] + ".." + parts[2],
            parts[0] + "=." + parts[1] + "." + parts[2],
            good.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/") + "+", good + "A",
            String(good.dropLast()), good.replacingOccurrences(of: ".", with: "\u{2024}"),
        ]
        for spelling in spellings { #expect(failure(spelling, try key()) != nil, "\(spelling)") }
        #expect(failure(good, try key()) == nil)
    }

    @Test(
        "SEC-28 a header with a member twice, too deep or too long is refused",
        arguments: [
            #"{"alg":"HS256","alg":"HS256"}"#, #"{"alg":"none","alg":"HS256"}"#, #"{"alg":"HS256","\u0061lg":"none"}"#,
            #"{"alg":"HS256","x":[[[[[1]]]]]}"#, #"["HS256"]"#, #""HS256""#, "", "{", #"{"alg":"HS256"} "# + "x",
        ])
    func sec28HeaderJSON(_ header: String) throws {
        #expect(failure(try forge(header: header), try key()) == .malformed)
    }

    @Test("SEC-28 a header over 32 KiB and a message over 64 KiB are refused; a chain of certificates is named")
    func sec28Sizes() throws {
        let long = String(repeating: "a", count: 33_000)
        let chain = String(repeating: "A", count: 6000)
        #expect(failure(try forge(header: #"{"alg":"HS256","x5c":["\#(chain)"]}"#), try key()) == .forbiddenHeader("x5c"))
        #expect(failure(try forge(header: #"{"alg":"HS256","x":"\#(long)"}"#), try key()) == .malformed)
        #expect(failure(CompactJWS.sign([UInt8](repeating: 65, count: 60_000), with: try key()), try key()) == .malformed)
    }

    @Test("SEC-29 a secret of fewer than 32 bytes is refused", arguments: [0, 1, 31])
    func sec29WeakKeys(_ count: Int) {
        #expect(throws: JOSEError.weakKey) { try HMACKey([UInt8](repeating: 1, count: count)) }
    }

    @Test("every bit of a message counts")
    func bitFlips() throws {
        let good = Array(CompactJWS.sign(Array(#"{"a":1}"#.utf8), with: try key()).utf8)
        for index in good.indices {
            for bit in 0..<7 {
                var bad = good
                bad[index] ^= 1 << bit
                #expect(failure(String(decoding: bad, as: UTF8.self), try key()) != nil)
            }
        }
    }

    @Test(
        "SEC-05 no error repeats a card number",
        arguments: ["4111111111111111", "4111111111111111.5555555555554444.x", "eyJhbGciOiI0MTExMTExMTExMTExMTExIn0.e30.AAAA"])
    func sec05RepeatsNothing(_ text: String) throws {
        let error = try #require(failure(text, try key()))
        #expect(CardNumberLeaks.scan("\(error) \(String(reflecting: error))", in: "error").isEmpty)
    }

    @Test("a key does not print itself")
    func redacted() throws {
        let key = try key()
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!"\(key) \(String(reflecting: key)) \(dumped)".contains("1F4E"))
    }
}

@Suite("base64url")
struct Base64URLTests {
    @Test("agrees with Foundation at every length")
    func lengths() throws {
        for count in 0..<70 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max) }
            let expected = Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
                .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
            #expect(Base64URL.encode(bytes) == expected)
            #expect(Base64URL.decode(expected.utf8) == bytes)
        }
    }

    @Test(
        "SEC-27 what is not canonical is refused",
        arguments: ["A", "AAAAA", "AB", "AAB", "AA=", "AA==", "A+A", "A/AA", "AA A", "é", "AAA\n"])
    func sec27Refused(_ text: String) { #expect(Base64URL.decode(text.utf8) == nil) }
}

@Suite("Times of a JWT")
struct ClaimTimesTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    private func problem(_ text: String) throws -> ClaimTimes.Problem? {
        let claims = try #require(try JSON(parsing: text).object)
        return ClaimTimes.problem(in: claims, at: now)
    }

    @Test(
        "SEC-31 times that hold, or are not there",
        arguments: [
            "{}", #"{"iat":1800000000}"#, #"{"iat":1800000299}"#, #"{"exp":1799999701}"#,
            #"{"nbf":1800000300,"exp":1800000001.5}"#, #"{"exp":null,"nbf":null,"iat":null}"#, #"{"exp":253402300800}"#,
            #"{"exp":1e300}"#, #"{"exp":1e999}"#, #"{"iat":-1,"nbf":-1}"#, #"{"Exp":1800000001}"#,
        ])
    func sec31Holds(_ claims: String) throws { #expect(try problem(claims) == nil) }

    @Test(
        "SEC-31 times that do not hold, or are none",
        arguments: [
            (#"{"exp":1799999700}"#, "exp", "has passed"), (#"{"exp":0}"#, "exp", "has passed"),
            (#"{"exp":-1}"#, "exp", "has passed"), (#"{"exp":"1800000001"}"#, "exp", "is not a number of seconds"),
            (#"{"exp":-1e300}"#, "exp", "has passed"), (#"{"exp":""}"#, "exp", "is not a number of seconds"),
            (#"{"EXP":1}"#, "exp", "has passed"), (#"{"nbf":1800000301}"#, "nbf", "lies in the future"),
            (#"{"iat":1800000301}"#, "iat", "lies in the future"), (#"{"iat":1800000000000}"#, "iat", "milliseconds"),
            (#"{"iat":1e300}"#, "iat", "milliseconds"), (#"{"nbf":[]}"#, "nbf", "is not a number of seconds"),
        ])
    func sec31DoesNotHold(_ claims: String, _ name: String, _ words: String) throws {
        let problem = try problem(claims)
        #expect(problem?.claim == name && problem?.reason.contains(words) == true, "\(String(describing: problem))")
    }
}
