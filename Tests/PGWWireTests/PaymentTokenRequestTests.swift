import Foundation
import PGWTesting
import StrictJSON
import Testing

@testable import PGWWire

private let minimal = #""merchantID":"JT04","invoiceNo":"1595219400","description":"item 1","amount":1000,"currencyCode":"THB""#

private func read(_ members: String) throws -> PaymentTokenRequest {
    try PaymentTokenRequest(claims: try #require(try JSON(parsing: "{\(members)}").object))
}

private func problem(_ members: String) throws -> InvalidMessage {
    do {
        _ = try read(members)
    } catch let invalid as InvalidMessage {
        return invalid
    }
    throw Unexpected()
}

private struct Unexpected: Error {}

@Suite("Payment token request")
struct PaymentTokenRequestTests {
    @Test("the documented example is read")
    func documented() throws {
        let request = try read(minimal + #","paymentChannel":["ALL"],"customerToken":["20052010380915759367"]"#)
        #expect(request.customerToken == ["20052010380915759367"])
        #expect(request.amount == 1000)
    }

    @Test("claims of the documented signature are written byte for byte")
    func writtenClaims() {
        let request = PaymentTokenRequest(
            merchantID: "JT01", invoiceNo: "1523953661", description: "item 1", amount: 1000, currencyCode: "SGD")
        #expect(
            JSON.object(request.claims).text
                == #"{"merchantID":"JT01","invoiceNo":"1523953661","description":"item 1","amount":1000,"currencyCode":"SGD"}"#)
    }

    @Test(
        "amounts keep every digit, as number or text",
        arguments: [
            ("1000", "1000"), ("1000.50", "1000.5"), (#""000000002500.90000""#, "2500.9"), ("0.1", "0.1"),
            ("999999999999.99", "999999999999.99"),
            (#""0.01""#, "0.01"), ("1e3", "1000"), ("1E+3", "1000"), ("1.0e3", "1000"), ("100000e-2", "1000"),
            ("1000.0000000", "1000"),
            (#""0000000000000000002500.9000000""#, "2500.9"), ("12.5e1", "125"), (#""1e3""#, "1000"),
            ("99999999999999e-2", "999999999999.99"),
        ])
    func amounts(_ json: String, _ expected: String) throws {
        let request = try read(minimal.replacingOccurrences(of: ":1000,", with: ":\(json),"))
        #expect(request.amount == Decimal(string: expected))
        #expect(JSON.object(request.claims).text.contains(#""amount":\#(expected),"#))
    }

    @Test(
        "amounts that are none are 9009 and name the field",
        arguments: [
            "0", "-1", #""0x1""#, #""1,000""#, #""12abc""#, "1e12", "1e-6", "0e5", "1e99999999999", "-1e3", "1000.123", #""1e""#,
            "true", "[]", "1234567890123", #""1.""#, #"".5""#,
            #""１""#,
        ])
    func badAmounts(_ json: String) throws {
        let invalid = try problem(minimal.replacingOccurrences(of: ":1000,", with: ":\(json),"))
        #expect(invalid.code == .invalidAmount)
        #expect(invalid.fields == ["amount"])
    }

    @Test(
        "decimals must fit the currency",
        arguments: [("JPY", 1000.5, false), ("IDR", 10.1, false), ("THB", 1000.55, true), ("VND", 10, true)])
    func currencyDecimals(_ currency: String, _ amount: Double, _ fits: Bool) {
        let request = PaymentTokenRequest(
            merchantID: "JT04", invoiceNo: "1", description: "d", amount: Decimal(string: "\(amount)") ?? 0,
            currencyCode: currency)
        #expect(((try? request.validate()) != nil) == fits)
    }

    @Test("missing fields are one 9005 that names them all, as integrators have seen it")
    func missing() throws {
        let invalid = try problem(#""merchantID":"JT04","amount":1000,"currencyCode":"THB","description":"""#)
        #expect(invalid.refusal.json.text == #"{"respCode":"9005","respDesc":"Invalid Request (9005)InvoiceNo, Description"}"#)
        #expect(invalid.refusal.fields == ["invoiceNo", "description"])
    }

    @Test("every text of the table is refused one character over its limit", arguments: PaymentTokenRequest.fields)
    func tooLong(_ field: FieldDescription) throws {
        let (alphabet, max): (Alphabet, Int)
        switch field.rule {
        case .text(let a, let m): (alphabet, max) = (a, m)
        case .list(let a, let m, _): (alphabet, max) = (a, m)
        case .identifier(let m): (alphabet, max) = (.any, m)
        case .telephone(let digits): (alphabet, max) = (.telephone, digits)
        default: return
        }
        let filler = [.numeric, .telephone].contains(alphabet) ? "1" : "A"
        // A short text may have up to 255 bytes, so it is characters that are counted here.
        let text = String(repeating: filler, count: max + 1)
        let value = if case .list = field.rule { "[\"\(text)\"]" } else { "\"\(text)\"" }
        let invalid = try problem(without(field.name) + #","\#(field.name)":\#(value)"#)
        #expect(invalid.problems.contains { $0.field == field.name && $0.code == .parameterTooLong })
    }

    @Test("every field of the table refuses a value of the wrong type, and names itself", arguments: PaymentTokenRequest.fields)
    func wrongType(_ field: FieldDescription) throws {
        let wrong: String
        switch field.rule {
        case .opaque: return
        case .flag, .amount, .number, .text, .choice, .identifier, .telephone: wrong = "{}"
        case .list, .object: wrong = "\"x\""
        }
        let invalid = try problem(without(field.name) + #","\#(field.name)":\#(wrong)"#)
        #expect(invalid.problems.contains { $0.field == field.name })
        #expect(invalid.refusal.text.contains(invalid.fields.map(\.pascalCased).joined(separator: ", ")))
    }

    @Test("SEC-05 no refusal repeats a card number, whichever field it stands in", arguments: PaymentTokenRequest.fields)
    func sec05RepeatsNothing(_ field: FieldDescription) throws {
        let number = "4111111111111111"
        for value in ["\"\(number)\\u0007\"", "[\"\(number)\\u0007\"]", "{\"\(number)\":\(number)}", number, "[\(number)]"] {
            do {
                _ = try read(without(field.name) + #","\#(field.name)":\#(value)"#)
            } catch let invalid as InvalidMessage {
                let words = invalid.refusal.text + " " + invalid.description
                #expect(CardNumberLeaks.scan(words, in: "refusal").isEmpty)
            }
        }
    }

    @Test("SEC-42 control characters are refused in every text", arguments: ["\u{0}", "\n", "\r", "\u{1B}", "\u{7F}", "\u{9B}"])
    func sec42ControlCharacters(_ character: String) throws {
        for field in PaymentTokenRequest.fields {
            guard case .text = field.rule else { continue }
            let value = JSON.string("a" + character).text
            let invalid = try problem(without(field.name) + #","\#(field.name)":\#(value)"#)
            #expect(invalid.problems.contains { $0.field == field.name }, "\(field.name)")
        }
    }

    @Test("names of older versions are read as today's", arguments: ["cardTokens", "cardToken", "customerToken"])
    func aliases(_ name: String) throws {
        #expect(try read(minimal + #","\#(name)":["1","2"]"#).customerToken == ["1", "2"])
    }

    @Test("a field given by two of its names is refused")
    func aliasTwice() throws {
        let invalid = try problem(minimal + #","cardTokens":["1"],"customerToken":["2"]"#)
        #expect(invalid.code == .invalidParameter)
        #expect(invalid.fields == ["customerToken"])
    }

    @Test("unknown members, nulls and registered claims are ignored")
    func unknown() throws {
        #expect(try read(minimal + #","cuency":"x","iat":1,"exp":2,"locale":null,"subMerchants":[{"a":1}]"#).locale == nil)
    }

    @Test(
        "rules between fields",
        arguments: [
            (#""currencyCode":"XXX""#, "9010", "currencyCode"), (#""currencyCode":"thb""#, "9010", "currencyCode"),
            (#""paymentExpiry":"tomorrow""#, "9008", "paymentExpiry"),
            (#""paymentExpiry":"2027-02-30 00:00:00""#, "9008", "paymentExpiry"),
            (#""paymentChannel":["NO PE"]"#, "9058", "paymentChannel"), (#""paymentChannel":"ALL""#, "9057", "paymentChannel"),
            (#""paymentChannel":["NO-PE"]"#, "9058", "paymentChannel"),
            (#""paymentChannel":["ABCDEFGHIJKLMNOPQRSTU"]"#, "9006", "paymentChannel"),
            (#""paymentChannel":[true]"#, "9057", "paymentChannel"), (#""request3DS":"X""#, "9004", "request3DS"),
            (#""tokenize":"yes""#, "9004", "tokenize"), (#""tokenize":1"#, "9004", "tokenize"),
            (#""invoiceNo":1.5"#, "9004", "invoiceNo"),
            (#""invoiceNo":-1"#, "9004", "invoiceNo"), (#""invoiceNo":true"#, "9004", "invoiceNo"),
            (#""invoiceNo":1e3"#, "9004", "invoiceNo"),
            (#""recurringCount":1.5"#, "9906", "recurringCount"),
            (#""userInfo":{"mobileNo":"+66 81 234 5678 9012 3456"}"#, "9006", "userInfo.mobileNo"),
            (#""userInfo":{"mobileNo":"3782 822463 10005"}"#, "9004", "userInfo.mobileNo"),
            (#""userInfo":{"mobileNo":"378282246310005"}"#, "9004", "userInfo.mobileNo"),
            (#""schemeReturnUrl":"app://x""#, "9005", "appBundleID"),
            (#""transactionInitiator":"M""#, "9005", "previousPaymentID"), (#""eci":"05""#, "9005", "cavv"),
            (#""statementDescriptor":"abc""#, "9004", "statementDescriptor"),
            (#""statementDescriptor":"abcde<""#, "9004", "statementDescriptor"),
            (#""recurring":true"#, "9901", "invoicePrefix"), (#""recurringAmount":"x""#, "9902", "recurringAmount"),
            (#""recurring":true,"invoicePrefix":"p""#, "9903", "allowAccumulate"),
            (#""recurring":true,"invoicePrefix":"p","allowAccumulate":true"#, "9904", "maxAccumulateAmount"),
            (#""recurring":true,"invoicePrefix":"p","allowAccumulate":false"#, "9906", "recurringCount"),
            (#""recurring":true,"invoicePrefix":"p","allowAccumulate":false,"recurringCount":0"#, "9905", "recurringInterval"),
            (#""chargeNextDate":"31022027""#, "9907", "chargeNextDate"), (#""chargeOnDate":"3213""#, "9908", "chargeOnDate"),
            (#""recurring":"x""#, "9909", "recurring"), (#""userInfo":{"email":true}"#, "9004", "userInfo.email"),
            (#""uiParams":{"userInfo":{"mobileNo":"abc"}}"#, "9004", "uiParams.userInfo.mobileNo"),
            (#""customerToken":"x""#, "9004", "customerToken"), (#""invoiceNo":"a b""#, "9004", "invoiceNo"),
        ])
    func rules(_ member: String, _ code: String, _ field: String) throws {
        let name = try #require(member.split(separator: "\"").first).description
        let invalid = try problem(without(name) + "," + member)
        #expect(invalid.code.rawValue == code)
        #expect(invalid.problems.first?.field == field)
        #expect(invalid.refusal.fields.first == field)
    }

    @Test(
        "channels are any code of up to 20 letters and digits",
        arguments: ["PPQR", "KBZQR", "TRUEMONEY", "COUNTER", "LCARDIPP", "EWALLET", "GRABBNPL", "123", "ABCDEFGHIJKLMNOPQRST"])
    func channels(_ code: String) throws {
        #expect(try read(minimal + #","paymentChannel":["\#(code)"]"#).paymentChannel == [code])
    }

    @Test(
        "names match whatever their case, at every depth",
        arguments: [
            #"{"MerchantID":"JT04","InvoiceNo":"P1","Description":"d","Amount":1000,"CurrencyCode":"THB","UserInfo":{"Email":"a@b.co"}}"#,
            #"{"merchantId":"JT04","invoiceno":"P1","DESCRIPTION":"d","amount":1000,"currencycode":"THB","userinfo":{"EMAIL":"a@b.co"}}"#,
        ])
    func anyCase(_ text: String) throws {
        let claims = try #require(try JSON(parsing: text, limits: JSONLimits(foldsCase: true)).object)
        let request = try PaymentTokenRequest(claims: claims)
        #expect(request.merchantID == "JT04" && request.invoiceNo == "P1" && request.amount == 1000)
        #expect(request.userInfo?.email == "a@b.co")
        #expect(PaymentTokenRequest.known(claims).members.prefix(2).map(\.name) == ["merchantID", "invoiceNo"])
    }

    @Test(
        "SEC-02 what nobody reads is not kept, at any depth",
        arguments: [
            #""cardNo":"5555555555554444""#, #""userInfo":{"name":"A","card":{"no":"5555555555554444","cvv":"123"}}"#,
            #""uiParams":{"cardNo":"5555555555554444","userInfo":{"cvv":"123"}}"#,
            #""browserDetails":{"pan":"5555555555554444"}"#,
            #""customerAddress":{"billing":{"address1":"a","memo":"5555555555554444"},"cvv":"123"}"#,
        ])
    func sec02Unread(_ member: String) throws {
        let claims = try #require(try JSON(parsing: "{\(minimal),\(member)}", limits: JSONLimits(foldsCase: true)).object)
        _ = try PaymentTokenRequest(claims: claims)
        let kept = JSON.object(PaymentTokenRequest.known(claims)).text
        #expect(!kept.contains("5555") && !kept.contains("123"), "\(kept)")
        #expect(kept.contains("JT04"))
    }

    @Test(
        "a text may be the digits of a number, a flag a text, a number a text: for all fields alike",
        arguments: [
            (#""invoiceNo":1595219400"#, #""invoiceNo":"1595219400""#), (#""userDefined1":7"#, #""userDefined1":"7""#),
            (#""paymentChannel":[123]"#, #""paymentChannel":["123"]"#), (#""tokenize":"true""#, #""tokenize":true"#),
            (#""tokenize":"False""#, #""tokenize":false"#), (#""recurringCount":"12""#, #""recurringCount":12"#),
            (#""recurringCount":1.2e1"#, #""recurringCount":12"#),
            (#""customerToken":[20052010380915759367]"#, #""customerToken":["20052010380915759367"]"#),
            (#""userInfo":{"mobileNo":66812345678}"#, #""userInfo":{"mobileNo":"66812345678"}"#),
        ])
    func spellings(_ loose: String, _ strict: String) throws {
        let name = try #require(loose.split(separator: "\"").first).description
        #expect(try read(without(name) + "," + loose) == read(without(name) + "," + strict))
    }

    @Test(
        "telephone numbers are taken as people write them",
        arguments: ["+66812345678", "0812345678", "+66 81 234 5678", "081-234-5678", "(02) 123.4567", "+4917612345678"])
    func telephone(_ number: String) throws {
        #expect(
            try read(minimal + #","userInfo":{"mobileNo":"\#(number)","mobileNoPrefix":"+852"}"#).userInfo?.mobileNo == number)
    }

    @Test(
        "SEC-05 no field takes a card number, whatever stands between its digits", arguments: PaymentTokenRequest.fields)
    func sec05CardNumbers(_ field: FieldDescription) throws {
        let shapes: [String]
        switch field.rule {
        case .text: shapes = [#""\#("4111.1111.1111.1111")""#, #""٤١١١١١١١١١١١١١١١""#, "4111111111111111"]
        case .opaque: shapes = [#"{"a":["4111/1111/1111/1111"]}"#, "[4111111111111111]", #"{"4111_1111_1111_1111":1}"#]
        case .list where field.name != "customerToken": shapes = [#"["4111111111111111"]"#, "[4111111111111111]"]
        default: return
        }
        for shape in shapes {
            let invalid = try problem(without(field.name) + #","\#(field.name)":\#(shape)"#)
            #expect(invalid.problems.contains { $0.field == field.name }, "\(field.name) \(shape)")
        }
    }

    @Test(
        "hours that a zone skips or has twice (RFC 5545 §3.3.5)",
        arguments: [
            ("Europe/Berlin", "2027-03-28 02:30:00", "2027-03-28T01:30:00Z"),
            ("Europe/Berlin", "2027-03-28 01:59:59", "2027-03-28T00:59:59Z"),
            ("Europe/Berlin", "2027-03-28 03:00:00", "2027-03-28T01:00:00Z"),
            ("Europe/Berlin", "2027-10-31 02:30:00", "2027-10-31T00:30:00Z"),
            ("Europe/Berlin", "2027-10-31 03:00:00", "2027-10-31T02:00:00Z"),
            ("Europe/Berlin", "2027-10-31 01:59:59", "2027-10-30T23:59:59Z"),
            ("America/New_York", "2027-03-14 02:30:00", "2027-03-14T07:30:00Z"),
            ("America/New_York", "2027-11-07 01:30:00", "2027-11-07T05:30:00Z"),
            ("Australia/Lord_Howe", "2027-10-03 02:15:00", "2027-10-02T15:45:00Z"),
            ("Asia/Bangkok", "2027-06-01 00:00:00", "2027-05-31T17:00:00Z"),
            ("Asia/Kathmandu", "2027-06-01 00:00:00", "2027-05-31T18:15:00Z"),
        ])
    func localHours(_ zone: String, _ text: String, _ utc: String) throws {
        let date = try #require(PaymentExpiry(text)).date(in: try #require(TimeZone(identifier: zone)))
        #expect(date == ISO8601DateFormatter().date(from: utc))
    }

    @Test("a UUID with dashes is a nonce, whatever the table says")
    func nonce() throws {
        #expect(try read(minimal + #","nonceStr":"\#(UUID().uuidString)""#).nonceStr?.count == 36)
    }

    @Test("what is set is written and read back the same")
    func roundTrip() throws {
        var request = PaymentTokenRequest(
            merchantID: "JT04", invoiceNo: "A-1", description: "ร้านค้า", amount: Decimal(string: "10.5") ?? 0, currencyCode: "THB")
        request.customerToken = ["1"]
        request.tokenize = true
        request.recurringCount = 12
        request.threeDSecure2Params = ["a": 1]
        request.customerAddress = CustomerAddress()
        request.customerAddress?.billing = Address()
        request.customerAddress?.billing?.city = "Bangkok"
        #expect(try PaymentTokenRequest(claims: request.claims) == request)
    }

    private func without(_ name: String) -> String {
        minimal.split(separator: ",").filter { !$0.hasPrefix("\"\(name)\"") }.joined(separator: ",")
    }
}
