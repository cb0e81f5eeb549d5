import Foundation
import StrictJSON
import TokenVault
import Testing

@testable import Payments

@Suite("Payments as they are kept")
struct KeptPaymentTests {
    /// As JSONEncoder wrote it before there was a form of its own.
    private static let older = """
        {"agent":"SIM","amount":"1000.00","authentication":"Y","card":{"brand":"VISA","email":"a@example.com","expiryMonth":12,\
        "expiryYear":2039,"holder":"A \\"Holder\\" é","masked":"411111XXXXXX1111","renewsExpiry":true,"scheme":"VI",\
        "token":"98765432109876543211"},"challenge":{"failures":2,"id":"c","until":801965400},"channel":"CC","currency":"THB",\
        "demand":"Y","echo":{"backendReturnUrl":"https://shop.example/told","childMerchantID":"C","idempotencyID":"I",\
        "userDefined":["one",null,null,null,"five"],"version":"4.2"},"eci":"05","invoice":"INV1","isMerchantInitiated":true,\
        "isStoringOnly":true,"issuer":{"bank":"A Bank","cardType":"CREDIT","country":"TH"},"note":"sim:approve",\
        "notificationFault":{"late":{"_0":30}},"outcome":{"acquirerCode":"00","approvalCode":"123456","at":801964801.5,\
        "code":"0000","referenceNo":"1234567890","schemePaymentID":"S","tranRef":"123456789012"},\
        "paymentID":"ccpp_1234567890123456780","plan":{"amount":10.5,"count":3,"description":"d","done":0,"failures":0,\
        "mostOwed":5,"next":804556800,"owed":0,"prefix":"R","rhythm":{"interval":{"days":30}},"sequence":0,\
        "timeZone":"Asia/Bangkok","uniqueID":"82673352257022052155"},"previousSchemePaymentID":"PSP",\
        "recurring":{"sequence":4,"uniqueID":"20202020202020202020"},"returnURL":"https://shop.example/return?a=b",\
        "storing":{"candidate":"11112222333344445555","token":"11112222333344445555"},"submitted":801964800.123456}
        """

    @Test("what an older version kept opens, every member of it, and is kept the same again")
    func olderForm() throws {
        let payment = try #require(Payment(kept: Array(Self.older.utf8)))
        #expect(payment.paymentID == "ccpp_1234567890123456780" && payment.amount == "1000.00")
        #expect(payment.submitted == Date(timeIntervalSinceReferenceDate: 801_964_800.123456))
        #expect(
            payment.card?.holder == "A \"Holder\" é" && payment.card?.expiryYear == 2039 && payment.card?.renewsExpiry == true)
        #expect(payment.challenge?.failures == 2)
        #expect(payment.echo.userDefined == ["one", nil, nil, nil, "five"] && payment.echo.version == "4.2")
        #expect(payment.plan?.rhythm == .interval(days: 30) && payment.plan?.mostOwed == 5)
        #expect(payment.notificationFault == .late(30))
        #expect(payment.outcome?.at == Date(timeIntervalSinceReferenceDate: 801_964_801.5))
        // A member that was not passed would be missing here.
        let again = try #require(try JSON(parsing: payment.kept).object)
        #expect(again.canonical == (try JSON(parsing: Array(Self.older.utf8)).object?.canonical))
        #expect(Payment(kept: payment.kept) == payment)
    }

    @Test("one that knows less than this version opens with what it has")
    func first() throws {
        let text = """
            {"amount":"1.00","currency":"THB","invoice":"I","paymentID":"ccpp_1","submitted":801964800,"card":{"scheme":"VI"}}
            """
        var payment = Payment(
            paymentID: "ccpp_1", invoice: "I", amount: "1.00", currency: "THB",
            submitted: Date(timeIntervalSinceReferenceDate: 801_964_800))
        payment.card = Payment.Card(blank: ())
        payment.card?.scheme = "VI"
        #expect(Payment(kept: Array(text.utf8)) == payment)
    }

    @Test(
        "what is of another form does not open",
        arguments: [
            "", "null", "[]", "{}", #"{"paymentID":"p","invoice":"i","amount":"1"}"#,
            #"{"paymentID":"p","invoice":"i","amount":"1","currency":1}"#,
            #"{"paymentID":"p","invoice":"i","amount":"1","currency":"THB","card":"VI"}"#,
            #"{"paymentID":"p","invoice":"i","amount":"1","currency":"THB","card":{"expiryYear":"x"}}"#,
            #"{"paymentID":"p","invoice":"i","amount":"1","currency":"THB","notificationFault":{"other":{}}}"#,
        ])
    func other(_ text: String) { #expect(Payment(kept: Array(text.utf8)) == nil) }
}
