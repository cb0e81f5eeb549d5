import Foundation
import PGW
import PGWMerchant
import PGWTesting
import Testing
import WireTesting

@testable import Gateway

/// Charges that follow a first payment by the calendar (payments.md §1.8, §8 P21).
@Suite("Recurring payments")
struct RecurringTests {
    private static let day = 86_400.0

    private func mint(
        _ shop: Shop, _ prefix: String, _ change: (inout PaymentTokenRequest) -> Void = { _ in }
    ) async throws -> (token: String, invoice: String) {
        try await shop.mint {
            $0.recurring = true
            $0.invoicePrefix = prefix
            $0.recurringAmount = 20
            $0.recurringInterval = 5
            $0.recurringCount = 3
            $0.allowAccumulate = false
            change(&$0)
        }
    }

    private func code(_ shop: Shop, _ invoice: String) async throws -> String { try await shop.inquire(invoice).responseCode }

    @Test("a plan is charged by the clock until it is done, and the merchant is told of each charge")
    func charges() async throws {
        let receiver = try Receiver()
        defer { receiver.end() }
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (token, invoice) = try await mint(shop, "plan-") { $0.backendReturnUrl = receiver.address }
            _ = try await shop.pay(token)
            let first = try await shop.inquire(invoice)
            #expect(first.recurringUniqueID.wholeMatch(of: /\d{20}/) != nil && first.recurringSequenceNo == "0")
            #expect(first.amount == "1000.00")
            gateway.clock.advance(4 * Self.day)
            for number in 1...3 {
                gateway.clock.advance((number == 1 ? 1.001 : 5) * Self.day)
                let due = "plan-0000\(number)"
                try await eventually { try await code(shop, due) == "0000" }
                let charge = try await shop.inquire(due)
                #expect(
                    charge.amount == "20.00" && charge.recurringSequenceNo == "\(number)" && charge.accountNo == first.accountNo)
                #expect(charge.recurringUniqueID == first.recurringUniqueID && charge.schemePaymentID == first.schemePaymentID)
                #expect(charge.eci.isEmpty && charge.tranRef != first.tranRef)
                #expect(try await code(shop, "plan-0000\(number + 1)") == "2002")
            }
            try await eventually { receiver.posted.count == 4 }
            gateway.clock.advance(50 * Self.day)
            // Something else that is due then is done, and this is not.
            let (other, another) = try await shop.mint()
            #expect(try await shop.pay(other, "4111110000000013").responseCode == "2001")
            gateway.clock.advance(11)
            try await eventually { try await code(shop, another) == "0000" }
            #expect(try await code(shop, "plan-00004") == "2002")
        }
    }

    @Test("a charge that fails is tried again daily, three times; what it left is added to the next, up to the most there may be")
    func failures() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            // The first payment of this card is approved, later ones are not.
            let (token, _) = try await mint(shop, "bad-") {
                $0.recurringCount = 2
                $0.allowAccumulate = true
                $0.maxAccumulateAmount = 15
            }
            _ = try await shop.pay(token, "4111112000040056")
            gateway.clock.advance(5.001 * Self.day)
            for attempt in 1...4 {
                try await eventually { try await code(shop, "bad-0000\(attempt)") == "4005" }
                gateway.clock.advance(1.001 * Self.day)
            }
            gateway.clock.advance(5 * Self.day)
            try await eventually { try await code(shop, "bad-00005") == "4005" }
            #expect(try await shop.inquire("bad-00004").amount == "20.00")
            #expect(try await shop.inquire("bad-00005").amount == "35.00")
        }
    }

    @Test("an invoice number the merchant has taken is passed over, and a payment that was declined begins no plan")
    func taken() async throws {
        try await LocalGateway.run { gateway in
            let shop = Shop(gateway)
            let (taken, _) = try await shop.mint { $0.invoiceNo = "mine-00001" }
            _ = try await shop.pay(taken)
            let (token, _) = try await mint(shop, "mine-")
            _ = try await shop.pay(token)
            let (declined, _) = try await mint(shop, "none-") { $0.amount = 14051 }
            _ = try await shop.pay(declined)
            gateway.clock.advance(5.001 * Self.day)
            try await eventually { try await code(shop, "mine-00002") == "0000" }
            #expect(try await code(shop, "none-00001") == "2002")
        }
    }
}
