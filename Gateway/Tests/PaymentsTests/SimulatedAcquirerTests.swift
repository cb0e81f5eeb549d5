import Foundation
import PGWTesting
import PGWWire
import Synchronization
import Testing
import TokenVault

@testable import Payments

private let submitted = Date(timeIntervalSince1970: 1_800_000_000)

func order(
    _ number: String = "4111111111111111", amount: Decimal = 1000, holder: String = "A Holder", note: String? = nil,
    id: String = "ccpp_1"
) throws -> PaymentOrder {
    var order = PaymentOrder(
        paymentID: id, merchant: "JT04", invoice: "I", amount: amount, currency: "THB", card: try CardNumber(number),
        expiry: try CardExpiry("12/39"), holder: holder, demand: .wanted, submitted: submitted)
    order.note = note
    return order
}

/// What a sandbox payment comes to: every trigger there is (payments.md §4.2).
@Suite("Triggers of the sandbox")
struct SimulatedTriggersTests {
    private func code(_ code: String) -> SimulatedTriggers.Charge { .decline(ResponseCode(rawValue: code)) }

    @Test(
        "a card's number says what charges come to",
        arguments: [
            ("4111110000040514", "4051"), ("4111110000040050", "4005"), ("4111110000040142", "4014"),
            ("4111110000040415", "4041"),
            ("4111110000040431", "4043"), ("4111110000040548", "4054"), ("4111110000040597", "4059"),
            ("4111110000040613", "4061"),
            ("4111110000040654", "4065"), ("4111110000040910", "4091"),
        ])
    func declines(_ number: String, _ expected: String) throws {
        let triggers = SimulatedTriggers(try order(number))
        #expect(triggers.charge == code(expected) && triggers.storing == nil && triggers.authentication == .challenge)
    }

    @Test(
        "published cards, and numbers that only look like triggers, are approved",
        arguments: [
            "4111111111111111", "5555555555554444", "378282246310005", "3530111333300000", "4242424242424242", "4111110000090006",
            "4111119000040515",
        ])
    func approved(_ number: String) throws {
        let triggers = SimulatedTriggers(try order(number))
        #expect(triggers.charge == .approve && triggers.delay == 0 && triggers.storing == nil && !triggers.faults.losesAnswer)
    }

    @Test("other blocks are outcomes of other kinds")
    func blocks() throws {
        #expect(SimulatedTriggers(try order("4111110000000047")).charge == .softDecline)
        #expect(SimulatedTriggers(try order("4111110000000013")).charge == .silence(approvedAfter: 10))
        #expect(SimulatedTriggers(try order("4111111000040512")).storing == ResponseCode.tokenisationFailed)
        #expect(SimulatedTriggers(try order("4111111000040512")).charge == .approve)
        #expect(SimulatedTriggers(try order("4111112000040056")).charge == .declineLater(ResponseCode(rawValue: "4005")))
        #expect(SimulatedTriggers(try order("4111116000000010")).charge == .silence(approvedAfter: nil))
        #expect(SimulatedTriggers(try order("4111116000000028")).faults.losesAnswer)
        #expect(SimulatedTriggers(try order("4111116000000036")).charge == .silence(approvedAfter: 60))
    }

    @Test(
        "a number says how long its issuer takes",
        arguments: [("4111115000000053", 5.0), ("4111115000000350", 35), ("4111115000000905", 90)])
    func delays(_ number: String, _ seconds: TimeInterval) throws {
        #expect(SimulatedTriggers(try order(number)).delay == seconds)
    }

    @Test(
        "a number says what authentication comes to",
        arguments: [
            ("4111113000000017", AuthenticationStatus.authenticated), ("4111113000000025", .attempted),
            ("4111113000000033", .challenge),
            ("4111113000000041", .notAuthenticated), ("4111113000000058", .rejected), ("4111113000000066", .unavailable),
            ("4111113000000074", .notEnrolled),
        ])
    func authentication(_ number: String, _ status: AuthenticationStatus) throws {
        #expect(SimulatedTriggers(try order(number)).authentication == status)
    }

    @Test(
        "an amount says what a charge comes to, whole and alone",
        arguments: [
            ("14051", "4051"), ("14001", "4001"), ("14999", nil), ("15002", "5002"), ("15998", "5998"), ("14051.5", nil),
            ("1405", nil),
            ("15999", nil), ("15000", nil), ("14200", nil), ("24051", nil), ("14010", nil),
        ])
    func amounts(_ amount: String, _ expected: String?) throws {
        let triggers = SimulatedTriggers(try order(amount: try #require(Decimal(string: amount))))
        #expect(triggers.charge == expected.map(code) ?? .approve)
    }

    @Test(
        "a holder's name says it",
        arguments: [("SIM 4051", "4051"), ("sim 4005", "4005"), ("SIM 0000", nil), ("SIMON 4051", nil)])
    func holders(_ name: String, _ expected: String?) throws {
        #expect(SimulatedTriggers(try order(holder: name)).charge == expected.map(code) ?? .approve)
    }

    @Test("the merchant's word says it, several at a time")
    func words() throws {
        let triggers = SimulatedTriggers(try order(note: "sim:decline=4051;delay=5; sim:3ds=frictionless ;webhook=late30"))
        #expect(triggers.charge == code("4051") && triggers.delay == 5 && triggers.authentication == .authenticated)
        #expect(triggers.faults.notification == .late(30))
        let outcomes: [(String, AuthenticationStatus)] = [
            ("frictionless", .authenticated), ("attempted", .attempted), ("challenge", .challenge), ("failed", .notAuthenticated),
            ("rejected", .rejected), ("unavailable", .unavailable), ("not-enrolled", .notEnrolled),
        ]
        for (word, status) in outcomes { #expect(SimulatedTriggers(try order(note: "sim:3ds=\(word)")).authentication == status) }
        let faults: [(String, SimulatedFaults.NotificationFault)] = [
            ("twice", .twice), ("reordered", .reordered), ("badsig", .badSignature), ("never", .never), ("late5", .late(5)),
        ]
        for (word, fault) in faults {
            #expect(SimulatedTriggers(try order(note: "SIM:webhook=\(word)")).faults.notification == fault)
        }
        #expect(SimulatedTriggers(try order(note: "sim:delete-token")).faults.deletesToken)
    }

    @Test(
        "what is no word of it changes nothing",
        arguments: [
            "", "sim", "sim:", "sim:decline", "sim:decline=", "sim:decline=0000", "sim:decline=9999", "sim:delay=-1",
            "sim:delay=1e9",
            "sim:3ds=", "sim:webhook=late", "sim:webhook=late-1", "sim:;;=;==", "order 4051", "decline=4051", "sim:delay=nan",
            "sim:delay=inf", "sim:webhook=latenan",
        ])
    func nonsense(_ note: String) throws {
        #expect(SimulatedTriggers(try order(note: note)) == SimulatedTriggers(try order()))
    }

    @Test("the merchant's word goes before the amount, that before the name, and that before the number")
    func precedence() throws {
        let all = try order("4111110000040910", amount: 14_043, holder: "SIM 4041", note: "sim:decline=4051")
        #expect(SimulatedTriggers(all).charge == code("4051"))
        #expect(SimulatedTriggers(try order("4111110000040910", amount: 14_043, holder: "SIM 4041")).charge == code("4043"))
        #expect(SimulatedTriggers(try order("4111110000040910", holder: "SIM 4041")).charge == code("4041"))
        #expect(SimulatedTriggers(try order("4111110000040910", note: "sim:approve")).charge == .approve)
    }
}

@Suite("The simulated acquirer")
struct SimulatedAcquirerTests {
    private let time = Time()

    /// A clock that is set, and waits that are noted.
    private final class Time: Sendable {
        let now = Mutex(submitted)
        let waits = Mutex<[TimeInterval]>([])
    }

    private var acquirer: SimulatedAcquirer {
        SimulatedAcquirer(
            clock: WallClock { [time] in time.now.withLock { $0 } }, seed: [1, 2, 3],
            sleep: { [time] seconds in time.waits.withLock { $0.append(seconds) } })
    }

    @Test("an approval has numbers of its own, and the same ones whenever it is asked")
    func approval() async throws {
        guard case .approved(let approval) = await acquirer.authorise(try order(), nil) else {
            Issue.record("not approved")
            return
        }
        #expect(approval.approvalCode.wholeMatch(of: /[0-9]{6}/) != nil && approval.tranRef.wholeMatch(of: /[0-9]{12}/) != nil)
        #expect(
            approval.referenceNo.wholeMatch(of: /[0-9]{10}/) != nil && approval.schemePaymentID.wholeMatch(of: /[0-9]{15}/) != nil
        )
        #expect(await acquirer.inquire(try order()) == .approved(approval))
        #expect(await acquirer.authorise(try order(), nil) == .approved(approval))
        guard case .approved(let other) = await acquirer.authorise(try order(id: "ccpp_2"), nil) else { return }
        #expect(other.tranRef != approval.tranRef)
        guard case .approved(let mastercard) = await acquirer.authorise(try order("5555555555554444"), nil) else { return }
        #expect(mastercard.schemePaymentID.wholeMatch(of: /[A-Z0-9]{9,15}/) != nil)
    }

    @Test("a decline has the issuer's own code")
    func decline() async throws {
        let said = await acquirer.authorise(try order("4111110000040514"), nil)
        #expect(said == .declined(ResponseCode(rawValue: "4051"), acquirerCode: "51"))
        // A card that declines charges stores all the same.
        guard case .approved = await acquirer.verify(try order("4111110000040514"), nil) else {
            Issue.record("not verified")
            return
        }
        #expect(
            await acquirer.verify(try order("4111111000040512"), nil)
                == .declined(.tokenisationFailed, acquirerCode: "05"))
    }

    @Test("a security code of zeros is wrong")
    func securityCode() async throws {
        let wrong = await acquirer.authorise(try order(), SecurityCode("000", length: 3))
        #expect(wrong == .declined(ResponseCode(rawValue: "4005"), acquirerCode: "82"))
        guard case .approved = await acquirer.authorise(try order(), SecurityCode("123", length: 3)) else {
            Issue.record("not approved")
            return
        }
    }

    @Test("a soft decline is approved with a full authentication")
    func softDecline() async throws {
        var order = try order("4111110000000047")
        #expect(await acquirer.authorise(order, nil) == .declined(.softDecline, acquirerCode: "1A"))
        order.eci = "05"
        guard case .approved = await acquirer.authorise(order, nil) else {
            Issue.record("not approved")
            return
        }
    }

    @Test("one that is approved late is approved when it is asked again")
    func late() async throws {
        let order = try order("4111116000000036")
        #expect(await acquirer.authorise(order, nil) == .unanswered(again: submitted + 60))
        #expect(await acquirer.inquire(order) == .unanswered(again: submitted + 60))
        time.now.withLock { $0 = submitted + 60 }
        guard case .approved = await acquirer.inquire(order) else {
            Issue.record("not approved")
            return
        }
        #expect(await acquirer.inquire(try PaymentsTests.order("4111116000000010")) == .unanswered(again: nil))
    }

    @Test("a card whose later charges fail is approved the first time, and a later one repeats the scheme's name of the first")
    func later() async throws {
        guard case .approved(let first) = await acquirer.authorise(try order("4111112000040056"), nil) else {
            Issue.record("not approved")
            return
        }
        var later = try order("4111112000040056", id: "ccpp_2")
        later.isMerchantInitiated = true
        later.previousSchemePaymentID = first.schemePaymentID
        #expect(await acquirer.authorise(later, nil) == .declined(ResponseCode(rawValue: "4005"), acquirerCode: "05"))
        var good = try order("4111111111111111", id: "ccpp_3")
        good.isMerchantInitiated = true
        good.previousSchemePaymentID = first.schemePaymentID
        guard case .approved(let second) = await acquirer.authorise(good, nil) else {
            Issue.record("not approved")
            return
        }
        #expect(second.schemePaymentID == first.schemePaymentID)
    }

    @Test("a slow issuer takes its time")
    func delay() async throws {
        _ = await acquirer.authorise(try order("4111115000000053"), nil)
        _ = await acquirer.authorise(try order(note: "sim:delay=2.5"), nil)
        #expect(time.waits.withLock { $0 } == [5, 2.5])
    }

    @Test("a one-time password comes to what it says, and any other is wrong")
    func passwords() {
        let known: [(String, AuthenticationStatus)] = [
            ("123456", .authenticated), ("111111", .notAuthenticated), ("222222", .rejected), ("333333", .unavailable),
            ("444444", .attempted),
        ]
        for (text, status) in known { #expect(OneTimePassword.status(of: text) == status) }
        for text in ["000000", "", "12345", "1234567", "abcdef"] { #expect(OneTimePassword.status(of: text) == nil) }
        #expect(OneTimePassword.tries == 3)
    }
}

@Suite("Authentication")
struct AuthenticationTests {
    @Test(
        "the indicator is the scheme's",
        arguments: [
            (CardScheme.visa, ["05", "06", "07"]), (.amex, ["05", "06", "07"]), (.jcb, ["05", "06", "07"]),
            (.unionPay, ["05", "06", "07"]),
            (.diners, ["05", "06", "07"]), (.discover, ["05", "06", "07"]), (.mastercard, ["02", "01", "00"]),
            (.maestro, ["02", "01", "00"]),
        ])
    func indicator(_ scheme: CardScheme, _ expected: [String]) {
        #expect([AuthenticationStatus.authenticated, .attempted, .unavailable].map { $0.eci(scheme) } == expected)
        #expect(AuthenticationStatus.notEnrolled.eci(scheme) == expected[2])
    }

    @Test("an attempt is enough unless a full authentication is demanded", arguments: AuthenticationStatus.allCases)
    func suffices(_ status: AuthenticationStatus) {
        #expect(status.suffices(isDemanded: true) == (status == .authenticated))
        let goesOn: Set<AuthenticationStatus> = [.authenticated, .attempted, .unavailable, .notEnrolled]
        #expect(status.suffices(isDemanded: false) == goesOn.contains(status))
    }
}

@Suite("Security codes")
struct SecurityCodeTests {
    @Test(
        "one is as many digits as its scheme has",
        arguments: [
            ("123", 3, true), ("1234", 4, true), ("12", 3, false), ("1234", 3, false), ("12a", 3, false), ("", 3, false),
            ("１２３", 3, false),
        ])
    func form(_ text: String, _ length: Int, _ isOne: Bool) {
        let code = SecurityCode(text, length: length)
        switch consume code {
        case .some(let code): #expect(isOne && code.withDigits { $0.count } == length)
        case .none: #expect(!isOne)
        }
    }

    private func mayBeKept<Value>(_ type: Value.Type) -> Bool { true }
    private func mayBeKept<Value: ~Copyable>(_ type: Value.Type) -> Bool { false }

    /// What keeps, prints, encodes or reflects a value copies it: none of that compiles with one that has no copies.
    @Test("SEC-02 a security code is of a type that nothing can keep")
    func sec02Kept() {
        #expect(!mayBeKept(SecurityCode.self))
        #expect(mayBeKept(CardNumber.self))
    }
}
