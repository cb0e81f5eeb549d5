import Foundation
import PGWTesting

/// A request for the sandbox's documented customer.
enum LocalRequest {
    static func make() -> PaymentTokenRequest {
        var request = PaymentTokenRequest(
            merchantID: "JT04", invoiceNo: UUID().uuidString, description: "item 1", amount: 1000, currencyCode: "THB")
        request.customerToken = ["20052010380915759367"]
        return request
    }
}
