import Foundation
import PGWTesting
import PGWWire
import StoreTesting
import Synchronization
import Testing
import TokenVault

@testable import Payments

/// A vault with one merchant, and cashiers on it: each is a node.
private struct Shop {
    let store: any Store
    let keyring: Keyring
    let vault: Vault
    let merchant: Merchant
    let time = Time()
    let issuer = Issuer()

    final class Time: Sendable {
        let now = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
        var clock: WallClock { WallClock { [self] in now.withLock { $0 } } }
        func advance(_ seconds: TimeInterval) { now.withLock { $0 += seconds } }
    }

    /// The simulated acquirer, which counts what it is asked.
    final class Issuer: Sendable {
        let asked = Mutex<[String]>([])
        let isSilent = Mutex(false)
    }

    struct Counting: Acquirer {
        let inner: SimulatedAcquirer
        let issuer: Issuer

        var agentCode: String { inner.agentCode }
        func issuer(of card: CardNumber) -> Payment.Issuer? { inner.issuer(of: card) }
        func faults(_ order: PaymentOrder) -> SimulatedFaults { inner.faults(order) }

        private func note(_ what: String, _ order: PaymentOrder) {
            issuer.asked.withLock { $0.append("\(what) \(order.paymentID)") }
        }
        private var isSilent: Bool { issuer.isSilent.withLock { $0 } }

        func verify(_ order: PaymentOrder, _ code: consuming SecurityCode?) async -> Authorisation {
            note("verify", order)
            return await inner.verify(order, code)
        }
        func authorise(_ order: PaymentOrder, _ code: consuming SecurityCode?) async -> Authorisation {
            note("authorise", order)
            if isSilent { return .unanswered(again: nil) }
            return await inner.authorise(order, code)
        }
        func authenticate(_ order: PaymentOrder) async -> AuthenticationStatus {
            note("authenticate", order)
            return await inner.authenticate(order)
        }
        func inquire(_ order: PaymentOrder) async -> Authorisation {
            note("inquire", order)
            if isSilent { return .unanswered(again: nil) }
            return await inner.inquire(order)
        }
    }

    init(onePerCard: Bool = false) async throws {
        let folder = try temporaryFolder()
        store = try await TestStore(in: folder).store
        keyring = try await Keyring.open(master: try MasterKey.create(folder + "/master.key"), store: store, clock: time.clock)
        vault = Vault(keyring: keyring, store: store, clock: time.clock, allowsTestCards: true)
        let merchants = Merchants(keyring: keyring, store: store, clock: time.clock)
        var profile = try MerchantProfile(name: "A Shop", currency: "THB")
        profile.onePerCard = onePerCard
        merchant = try await merchants.add("M", profile)
    }

    /// A node, as it begins: it remembers nothing.
    func cashier(_ change: (inout Cashier.Limits) -> Void = { _ in }) -> Cashier {
        var limits = Cashier.Limits()
        change(&limits)
        let acquirer = Counting(inner: SimulatedAcquirer(clock: time.clock, seed: [1], sleep: { _ in }), issuer: issuer)
        return Cashier(store: store, keyring: keyring, vault: vault, acquirer: acquirer, clock: time.clock, limits: limits)
    }

    func session(_ byte: UInt8 = 1) async throws -> SessionRecord {
        let session = SessionRecord(
            id: [UInt8](repeating: byte, count: 16), merchant: "M", invoice: "I\(byte)", idempotencyID: nil, claimsDigest: [],
            tokens: [],
            state: .open, expires: time.clock.now() + 1800, request: [1], tokenKey: 1, tokenNonce: [1])
        #expect(try await store.begin(session, droppingUnknown: false, now: time.clock.now()) == .opened)
        return session
    }

    func payment(_ session: SessionRecord, demand: String = "N", number: String = "4111111111111111") throws -> Payment {
        var payment = Payment(invoice: session.invoice, amount: "1000.00", currency: "THB", submitted: time.clock.now())
        payment.channel = "CC"
        payment.demand = demand
        payment.card = Payment.Card(
            scheme: .visa, masked: "411111XXXXXX1111", expiry: try CardExpiry(year: 2039, month: 12), holder: "A Holder",
            email: "")
        return payment
    }

    func instruction(_ number: String = "4111111111111111", digest: [UInt8] = [1]) throws -> Cashier.Instruction {
        Cashier.Instruction(
            card: try CardNumber(number), merchant: merchant, digest: merchant.digest(digest))
    }

    var asked: [String] { issuer.asked.withLock { $0 }.map { String($0.split(separator: " ")[0]) } }

    /// What is kept of a payment's card number.
    func account(_ session: SessionRecord) async throws -> [UInt8]? { try await store.payment(of: session.id, "M")?.account }
}

extension Cashier.Answer {
    fileprivate var kept: KeptPayment? { if case .payment(let kept, _) = self { kept } else { nil } }
}

@Suite("The cashier")
struct CashierTests {
    @Test("a payment that is approved is finished, and its card number forgotten")
    func approved() async throws {
        let shop = try await Shop()
        let session = try await shop.session()
        let kept = try #require(try await shop.cashier().pay(session, shop.payment(session), shop.instruction(), nil).kept)
        #expect(kept.state == .approved && kept.payment.outcome?.code == "0000" && kept.payment.outcome?.acquirerCode == "00")
        #expect(kept.payment.outcome?.approvalCode?.count == 6 && kept.payment.outcome?.tranRef?.count == 12)
        #expect(shop.asked == ["authorise"])
        #expect(try await shop.account(session) == [])
        // Another node reads the same.
        #expect(try await shop.cashier().find(session) == kept)
    }

    @Test(
        "one that the issuer refuses is finished as well",
        arguments: [("4111110000040514", "4051", "51"), ("4111110000040910", "4091", "91")])
    func declined(_ number: String, _ code: String, _ acquirerCode: String) async throws {
        let shop = try await Shop()
        let session = try await shop.session()
        let kept = try #require(try await shop.cashier().pay(session, shop.payment(session), shop.instruction(number), nil).kept)
        #expect(
            kept.state == .declined && kept.payment.outcome?.code == code && kept.payment.outcome?.acquirerCode == acquirerCode)
    }

    @Test("the same request has the same answer whenever it comes again, and another one none")
    func again() async throws {
        let shop = try await Shop()
        let session = try await shop.session()
        let first = try #require(try await shop.cashier().pay(session, shop.payment(session), shop.instruction(), nil).kept)
        let second = try await shop.cashier().pay(session, shop.payment(session), shop.instruction(), nil)
        #expect(second == .payment(first))
        let other = try await shop.cashier().pay(session, shop.payment(session), shop.instruction(digest: [2]), nil)
        #expect(other == .used && shop.asked == ["authorise"])
    }

    @Test("of many identical payments at once one is made, and all hear of it; of different ones one is")
    func atOnce() async throws {
        let shop = try await Shop()
        let session = try await shop.session()
        let nodes = [shop.cashier(), shop.cashier()]
        let answers = try await withThrowingTaskGroup(of: Cashier.Answer.self) { group in
            for index in 0..<16 {
                group.addTask { try await nodes[index % 2].pay(session, shop.payment(session), shop.instruction(), nil) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(
            Set(answers.compactMap(\.kept?.payment.outcome?.tranRef)).count == 1
                && answers.allSatisfy { $0.kept?.state == .approved })
        #expect(shop.asked == ["authorise"])
        let next = try await shop.session(2)
        let different = try await withThrowingTaskGroup(of: Cashier.Answer.self) { group in
            for index in 0..<16 {
                group.addTask {
                    try await nodes[index % 2].pay(next, shop.payment(next), shop.instruction(digest: [UInt8(index)]), nil)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(different.count { $0 == .used } == 15 && different.compactMap(\.kept).count == 1)
        #expect(shop.asked == ["authorise", "authorise"])
    }

    @Test("a session that expired, or is not there, pays nothing")
    func closed() async throws {
        let shop = try await Shop()
        let session = try await shop.session()
        shop.time.advance(1800)
        #expect(try await shop.cashier().pay(session, shop.payment(session), shop.instruction(), nil) == .closed)
        #expect(try await shop.cashier().cancel(session, shop.payment(session)) == nil)
        #expect(shop.asked.isEmpty)
        let unconnected = Cashier(
            store: shop.store, keyring: shop.keyring, vault: shop.vault, acquirer: nil, clock: shop.time.clock)
        #expect(
            try await unconnected.pay(try await shop.session(2), shop.payment(session), shop.instruction(), nil) == .unconnected)
    }

    @Test(
        "authentication that needs nothing of the payer goes on at once, or ends the payment",
        arguments: [
            ("4111113000000017", "Y", "05", PaymentState.approved), ("4111113000000025", "Y", "06", .approved),
            ("4111113000000025", "F", "06", .declined), ("4111113000000041", "Y", "07", .declined),
            ("4111113000000058", "Y", "07", .declined),
            ("4111113000000066", "Y", "07", .approved), ("4111113000000066", "F", "07", .declined),
            ("4111113000000074", "Y", "07", .approved),
        ])
    func frictionless(_ number: String, _ demand: String, _ eci: String, _ state: PaymentState) async throws {
        let shop = try await Shop()
        let session = try await shop.session()
        let kept = try #require(
            try await shop.cashier().pay(session, shop.payment(session, demand: demand), shop.instruction(number), nil).kept)
        #expect(kept.state == state && kept.payment.eci == eci)
        #expect(shop.asked == (state == .approved ? ["authenticate", "authorise"] : ["authenticate"]))
        if state == .declined { #expect(kept.payment.outcome?.code == "4081") }
    }

    @Test("a payer who authenticates pays, on whichever node, and the same request meanwhile has the same answer")
    func challenged() async throws {
        let shop = try await Shop()
        let session = try await shop.session()
        let nodes = [shop.cashier(), shop.cashier()]
        let payment = try shop.payment(session, demand: "Y")
        let kept = try #require(try await nodes[0].pay(session, payment, shop.instruction(), SecurityCode("123", length: 3)).kept)
        #expect(kept.state == .challenged && kept.payment.challenge?.until == shop.time.clock.now() + 600)
        #expect(try await nodes[1].pay(session, payment, shop.instruction(), nil) == .payment(kept))
        #expect(try await nodes[1].pay(session, payment, shop.instruction(digest: [9]), nil) == .used)
        let ended = try await nodes[1].answered(kept, .authenticated, for: shop.merchant)
        #expect(ended.state == .approved && ended.payment.eci == "05")
        // What comes late changes nothing.
        #expect(try await nodes[0].answered(kept, .notAuthenticated, for: shop.merchant) == ended)
        #expect(try await nodes[0].left(kept) == ended)
        #expect(shop.asked == ["authenticate", "authorise"])
    }

    @Test("the security code goes to the issuer after authentication, from the node that was given it")
    func heldCode() async throws {
        let shop = try await Shop()
        let cashier = shop.cashier()
        for (byte, code, state) in [(1, "000", PaymentState.declined), (2, "123", .approved)] as [(UInt8, String, PaymentState)] {
            let session = try await shop.session(byte)
            let payment = try shop.payment(session, demand: "Y")
            let kept = try #require(
                try await cashier.pay(session, payment, shop.instruction(), SecurityCode(code, length: 3)).kept)
            #expect(try await cashier.answered(kept, .authenticated, for: shop.merchant).state == state)
        }
    }

    @Test("a payer who is not authenticated, leaves or takes too long does not pay")
    func notAuthenticated() async throws {
        let shop = try await Shop()
        let cashier = shop.cashier()
        func challenged(_ byte: UInt8) async throws -> KeptPayment {
            let session = try await shop.session(byte)
            return try #require(try await cashier.pay(session, shop.payment(session, demand: "Y"), shop.instruction(), nil).kept)
        }
        let refused = try await cashier.answered(try await challenged(1), .rejected, for: shop.merchant)
        #expect(refused.state == .declined && refused.payment.outcome?.code == "4081")
        let left = try await cashier.left(try await challenged(2))
        #expect(left.state == .declined && left.payment.outcome?.code == "4080")
        let late = try await challenged(3)
        #expect(try await shop.cashier().settle { _ in shop.merchant } == 0)
        shop.time.advance(600)
        #expect(try await shop.cashier().settle { _ in shop.merchant } == 1)
        let ended = try await cashier.answered(late, .authenticated, for: shop.merchant)
        #expect(ended.state == .declined && ended.payment.outcome?.code == "4080")
        #expect(!shop.asked.contains("authorise"))
    }

    @Test("a payer may cancel until the issuer is asked")
    func cancelled() async throws {
        let shop = try await Shop()
        let cashier = shop.cashier()
        let open = try await shop.session(1)
        #expect(try await cashier.cancel(open, shop.payment(open))?.state == .cancelled)
        #expect(try await cashier.pay(open, shop.payment(open), shop.instruction(), nil) == .used)
        let session = try await shop.session(2)
        let kept = try #require(try await cashier.pay(session, shop.payment(session, demand: "Y"), shop.instruction(), nil).kept)
        #expect(try await cashier.cancel(session, shop.payment(session))?.state == .cancelled)
        #expect(try await cashier.answered(kept, .authenticated, for: shop.merchant).state == .cancelled)
        let paid = try await shop.session(3)
        _ = try await cashier.pay(paid, shop.payment(paid), shop.instruction(), nil)
        #expect(try await cashier.cancel(paid, shop.payment(paid))?.state == .approved)
    }

    @Test("an issuer that says nothing is asked again, and given up after a quarter of an hour")
    func silent() async throws {
        let shop = try await Shop()
        shop.issuer.isSilent.withLock { $0 = true }
        let cashier = shop.cashier()
        let answered = try await shop.session(1)
        let never = try await shop.session(2)
        for session in [answered, never] {
            #expect(try await cashier.pay(session, shop.payment(session), shop.instruction(), nil).kept?.state == .unknown)
        }
        #expect(try await shop.cashier().settle { _ in shop.merchant } == 0)
        shop.time.advance(11)
        #expect(try await shop.cashier().settle { _ in shop.merchant } == 2)
        #expect(try await cashier.find(answered)?.state == .unknown)
        shop.time.advance(36)
        shop.issuer.isSilent.withLock { $0 = false }
        #expect(try await shop.cashier().settle(limit: 1) { _ in shop.merchant } == 1)
        shop.issuer.isSilent.withLock { $0 = true }
        shop.time.advance(900)
        _ = try await shop.cashier().settle { _ in shop.merchant }
        let outcomes = try await [cashier.find(answered), cashier.find(never)].map { $0?.payment.outcome?.code }
        #expect(Set(outcomes) == ["0000", "5002"])
        #expect(shop.asked.count { $0 == "authorise" } == 2)
    }

    @Test("what a node left in the middle is ended by another: asked for where it was asked, and never charged twice")
    func leftBehind() async throws {
        let shop = try await Shop()
        let book = PaymentBook(store: shop.store, seals: PaymentSeals(keyring: shop.keyring))
        func left(_ byte: UInt8, demand: String, eci: String?) async throws -> SessionRecord {
            let session = try await shop.session(byte)
            var payment = try shop.payment(session, demand: demand)
            payment.eci = eci
            let now = shop.time.clock.now()
            guard
                case .begun = try await book.begin(
                    payment, in: session, by: .submit, card: try CardNumber("4111111111111111"), digest: [1], due: now + 35,
                    now: now)
            else { throw CancellationError() }
            return session
        }
        let asked = try await left(1, demand: "N", eci: nil)
        let authenticated = try await left(2, demand: "Y", eci: "05")
        let before = try await left(3, demand: "Y", eci: nil)
        shop.time.advance(36)
        #expect(try await shop.cashier().settle { _ in shop.merchant } == 3)
        let cashier = shop.cashier()
        #expect(try await cashier.find(asked)?.payment.outcome?.code == "0000")
        #expect(try await cashier.find(authenticated)?.payment.outcome?.code == "0000")
        // Nobody had asked the issuer, so nobody asks what became of it.
        #expect(try await cashier.find(before)?.payment.outcome?.code == "5002")
        #expect(shop.asked == ["inquire", "inquire"])
        #expect(try await shop.cashier().settle { _ in shop.merchant } == 0)
    }
}

@Suite("Storing what was paid with")
struct StoringTests {
    private func pay(_ shop: Shop, _ byte: UInt8, number: String = "4111111111111111", only: Bool = false) async throws
        -> KeptPayment
    {
        let session = try await shop.session(byte)
        var payment = try shop.payment(session)
        payment.storing = Payment.Storing(candidate: CustomerToken.random())
        payment.isStoringOnly = only
        return try #require(try await shop.cashier().pay(session, payment, shop.instruction(number, digest: [byte]), nil).kept)
    }

    @Test("a card that is paid and stored has a token, and lists")
    func stored() async throws {
        let shop = try await Shop()
        let kept = try await pay(shop, 1)
        let token = try #require(kept.payment.storing?.token)
        #expect(token == kept.payment.storing?.candidate && kept.payment.outcome?.code == "0000")
        let listed = try await shop.vault.find([token], of: "M")
        #expect(listed.map(\.maskedAccount) == ["411111XXXXXX1111"] && listed.first?.name == "A Holder")
        // Another time it is a token of its own.
        #expect(try await pay(shop, 2).payment.storing?.token != token)
    }

    @Test("where a merchant keeps one token per card, the card has that one, with its new expiry")
    func onePerCard() async throws {
        let shop = try await Shop(onePerCard: true)
        let account = try NewAccount(
            card: try CardNumber("4111111111111111"), expiry: try CardExpiry("01/30"), name: "Before", token: "known-token")
        _ = try await shop.vault.add(account, for: shop.merchant)
        #expect(try await pay(shop, 1).payment.storing?.token == "known-token")
        let listed = try #require(try await shop.vault.find(["known-token"], of: "M").first)
        #expect(listed.expiry?.description == "12/39" && listed.name == "A Holder")
    }

    @Test("where storing fails the payment stands, and a card that is only to be stored is not")
    func failing() async throws {
        let shop = try await Shop()
        let paid = try await pay(shop, 1, number: "4111111000040512")
        #expect(paid.state == .approved && paid.payment.outcome?.code == "0000" && paid.payment.storing?.token == nil)
        let only = try await pay(shop, 2, number: "4111111000040512", only: true)
        #expect(only.state == .declined && only.payment.outcome?.code == "4201")
        let stored = try await pay(shop, 3, only: true)
        #expect(stored.state == .approved && stored.payment.outcome?.code == "4200" && stored.payment.storing?.token != nil)
        #expect(shop.asked == ["authorise", "verify", "verify"])
        #expect(try await shop.store.tokenCount() == 1)
    }

    @Test("a card that was stored by a node that did not come to say so is stored once")
    func storedTwice() async throws {
        let shop = try await Shop()
        let session = try await shop.session()
        var payment = try shop.payment(session)
        let candidate = CustomerToken.random()
        payment.storing = Payment.Storing(candidate: candidate)
        let account = try NewAccount(
            card: try CardNumber("4111111111111111"), expiry: try CardExpiry("12/39"), name: "A Holder", token: candidate)
        _ = try await shop.vault.add(account, for: shop.merchant)
        let kept = try #require(try await shop.cashier().pay(session, payment, shop.instruction(), nil).kept)
        #expect(kept.payment.storing?.token == candidate)
        #expect(try await shop.store.tokenCount() == 1)
    }

    @Test("a new expiry is put on the stored card that was paid with, once the payment is approved")
    func renewed() async throws {
        let shop = try await Shop()
        for (byte, number, expiry) in [(1, "4111110000040514", "01/30"), (2, "4111111111111111", "12/39")]
            as [(UInt8, String, String)]
        {
            let account = try NewAccount(
                card: try CardNumber(number), expiry: try CardExpiry("01/30"), name: "A Holder", token: "token-\(byte)")
            _ = try await shop.vault.add(account, for: shop.merchant)
            let session = try await shop.session(byte)
            var payment = try shop.payment(session)
            payment.card?.token = "token-\(byte)"
            payment.card?.renewsExpiry = true
            _ = try await shop.cashier().pay(session, payment, shop.instruction(number), nil)
            #expect(try await shop.vault.find(["token-\(byte)"], of: "M").first?.expiry?.description == expiry)
        }
    }
}
