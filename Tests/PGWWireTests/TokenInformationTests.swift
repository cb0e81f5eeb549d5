import Foundation
import StrictJSON
import Testing

@testable import PGWWire

private let visa = TokenInformation(
    channelCode: "CC", subChannelCode: "VI", token: "20052010380915759367", accountNo: "411111XXXXXX1111", expiry: "2027-05-31",
    name: "A B", email: "a*b@c**d.com", status: .expiring, iconUrl: "i", logoUrl: "l", cardBrand: "VISA")

@Suite("Token information")
struct TokenInformationTests {
    @Test(
        "each version has its own names",
        arguments: [
            (
                APIVersion.v43,
                #"{"paymentToken":"t","customerToken":[{"channelCode":"CC","subChannelCode":"VI","token":"20052010380915759367","accountNo":"411111XXXXXX1111","expiry":"2027-05-31","name":"A B","email":"a*b@c**d.com","status":"EX","iconUrl":"i","logoUrl":"l","cardBrand":"VISA"}],"respCode":"0000","respDesc":"success"}"#
            ),
            (
                .v42,
                #"{"paymentToken":"t","cardTokens":[{"token":"20052010380915759367","cardNo":"411111XXXXXX1111","expiryDate":"2027-05-31","name":"A B","email":"a*b@c**d.com","status":"EX","iconUrl":"i","logoUrl":"l"}],"respCode":"0000","respDesc":"success"}"#
            ),
            (
                .v41,
                #"{"paymentToken":"t","cardTokenDetails":[{"cardToken":"20052010380915759367","pan":"411111XXXXXX1111","expiryDate":"2027-05-31","cardholderName":"A B","cardholderEmail":"a*b@c**d.com","status":"EX","iconUrl":"i","logoUrl":"l"}],"respCode":"0000","respDesc":"success"}"#
            ),
        ])
    func shapes(_ version: APIVersion, _ text: String) throws {
        let response = TokenInformationResponse(paymentToken: "t", tokens: [visa])
        #expect(String(decoding: response.bytes(version), as: UTF8.self) == text)
        let object = try #require(try JSON(parsing: text).object)
        let read = try #require(TokenInformationResponse(object))
        #expect(read.tokens.map(\.token) == [visa.token])
        #expect(read.tokens.map(\.accountNo) == [visa.accountNo])
        #expect(read.tokens.map(\.status) == [.expiring])
    }

    @Test("a null list, an unknown member and an entry without a token do no harm")
    func tolerant() throws {
        let null = try #require(try JSON(parsing: #"{"respCode":"0000","customerToken":null,"new":1}"#).object)
        #expect(TokenInformationResponse(null)?.tokens == [])
        let odd = try #require(
            try JSON(parsing: #"{"respCode":"0000","customerToken":[{},3,{"token":"1","status":"ZZ"}]}"#).object)
        #expect(TokenInformationResponse(odd)?.tokens.map(\.status.rawValue) == ["ZZ"])
    }

    @Test("a refusal is no response")
    func refusal() throws {
        let object = try #require(try JSON(parsing: #"{"respCode":"9040"}"#).object)
        #expect(TokenInformationResponse(object) == nil)
    }

    @Test(
        "an expiry shows as its status and version say",
        arguments: [
            (TokenStatus.available, APIVersion.v43, "XXXX-XX-XX"), (.expiring, .v43, "2028-02-29"), (.expired, .v43, ""),
            (.available, .v41, "XX/XX"), (.expiring, .v42, "02/28"), (.expired, .v41, ""),
        ])
    func expiry(_ status: TokenStatus, _ version: APIVersion, _ text: String) {
        #expect(ExpiryText.text(year: 2028, month: 2, status: status, version: version) == text)
    }

    @Test("either form of an expiry is read", arguments: [("2027-05-31", 2027, 5), ("05/27", 2027, 5)])
    func readExpiry(_ text: String, _ year: Int, _ month: Int) throws {
        let read = try #require(ExpiryText.month(text))
        #expect(read == (year, month))
    }

    @Test(
        "masked, empty and impossible expiries are none",
        arguments: ["", "XX/XX", "XXXX-XX-XX", "13/27", "2027-02-30", "1", "1/2/3/4"])
    func noExpiry(_ text: String) { #expect(ExpiryText.month(text) == nil) }

    @Test("a request without a payment token is 9005 naming it")
    func missing() throws {
        do throws(InvalidMessage) {
            _ = try SessionQuestion(JSONObject())
            Issue.record("accepted")
        } catch {
            #expect(error.refusal.text == "Invalid Request (9005)PaymentToken")
        }
    }
}

@Suite("Codes, currencies and times")
struct VocabularyTests {
    @Test(
        "every code the gateway sends has a meaning",
        arguments: [
            ResponseCode.success, .invalidParameter, .missingParameter, .parameterTooLong, .invalidMerchant,
            .invalidPaymentExpiry,
            .invalidAmount, .invalidCurrency, .existingInvoice, .paymentExpired, .tokenGenerationFailed, .invalidPaymentToken,
            .usedPaymentToken, .hashMismatch, .invalidChannelList, .invalidChannel, .unauthorisedChannel, .unconfiguredChannel,
            .tokenisationNotAllowed, .invalidCustomerToken, .unreadablePayload, .unknownError, .recurring(1), .recurring(9),
        ])
    func meanings(_ code: ResponseCode) { #expect(code.meaning?.isEmpty == false) }

    @Test("codes are four digits, each with one meaning")
    func codes() {
        #expect(ResponseCode.all.count > 150)
        #expect(ResponseCode.all.allSatisfy { $0.rawValue.count == 4 && Int($0.rawValue) != nil })
    }

    @Test(
        "minor units follow ISO 4217, and IDR the protocol",
        arguments: [("THB", 2, "764"), ("JPY", 0, "392"), ("VND", 0, "704"), ("IDR", 0, "360"), ("AUD", 2, "036")])
    func currencies(_ code: String, _ minorUnits: Int, _ number: String) {
        #expect(Currency(code: code)?.minorUnits == minorUnits)
        #expect(Currency(code: code)?.number == number)
    }

    @Test("a payment expiry is a moment of the merchant's zone")
    func paymentExpiry() throws {
        let expiry = try #require(PaymentExpiry("2027-01-31 23:59:59"))
        let bangkok = try #require(TimeZone(identifier: "Asia/Bangkok"))
        #expect(expiry.date(in: bangkok) == ISO8601DateFormatter().date(from: "2027-01-31T16:59:59Z"))
    }

    @Test(
        "a payment expiry on either side of a change of clocks",
        arguments: [
            ("2027-03-28 01:30:00", "2027-03-28T00:30:00Z"), ("2027-03-28 04:00:00", "2027-03-28T02:00:00Z"),
            ("2027-10-31 04:00:00", "2027-10-31T03:00:00Z"),
        ])
    func clockChange(_ text: String, _ utc: String) throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        #expect(PaymentExpiry(text)?.date(in: berlin) == ISO8601DateFormatter().date(from: utc))
    }

    @Test(
        "days since 1970 agree with Foundation",
        arguments: [(1970, 1, 1), (2000, 2, 29), (2026, 11, 24), (1600, 3, 1), (9999, 12, 31)])
    func days(_ year: Int, _ month: Int, _ day: Int) throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        let date = try #require(calendar.date(from: DateComponents(year: year, month: month, day: day)))
        #expect(CalendarDay(year: year, month: month, day: day)?.sinceEpoch == Int(date.timeIntervalSince1970 / 86_400))
    }

    @Test(
        "a refusal reads back the fields it names",
        arguments: [
            ("Invalid Request (9005)InvoiceNo, Description", ["invoiceNo", "description"]),
            ("Invalid Request (9005) InvoiceNo", ["invoiceNo"]),
            ("Invalid Request (9005)", []), ("Existing Invoice Number", []),
            ("Invalid Request (9005)UserInfo.Email: is too long, alas", ["userInfo.email"]),
        ])
    func refusalFields(_ text: String, _ fields: [String]) {
        #expect(Refusal(code: .missingParameter, description: text).fields == fields)
    }
}
