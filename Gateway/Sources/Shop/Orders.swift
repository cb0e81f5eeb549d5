internal import Foundation
internal import PGWMerchant
internal import PGWWire

/// What the one customer of this shop ordered, and the cards they had remembered. A shop of many keeps both for each of them, in a database.
actor Orders {
    static let things: [String: Decimal] = ["Tea": 120, "Teapot": 890, "Teahouse": 145_000]

    struct Order: Sendable {
        let invoice: String
        let thing: String
        let price: Decimal
        /// What the gateway said last, and in which ways it has said so.
        var result: PaymentResult?
        var sources: Set<Source> = []
        let opened = Date()

        /// Whether what is told is of this order's amount.
        func isFor(_ result: PaymentResult) -> Bool {
            result.currencyCode == "THB" && Decimal(string: result.amount) == price || !result.isSuccess
        }
    }

    enum Source: Sendable { case inquiry, notification }

    private(set) var address = ""
    private(set) var cards: [String] = []
    private var orders: [Order] = []

    func opened(at address: String) { self.address = address }
    func all() -> [Order] { orders }
    func find(_ invoice: String) -> Order? { orders.first { $0.invoice == invoice } }

    func begin(_ thing: String, _ price: Decimal) -> Order {
        let order = Order(
            invoice: "TEA" + UUID().uuidString.filter(\.isLetter).prefix(4) + "\(orders.count + 1)", thing: thing, price: price)
        orders.append(order)
        return order
    }

    /// A payment that went well is not undone by what is heard later.
    func learn(_ result: PaymentResult, from source: Source) {
        guard let place = orders.firstIndex(where: { $0.invoice == result.invoiceNo }) else { return }
        if result.mayReplace(orders[place].result) { orders[place].result = result }
        orders[place].sources.insert(source)
        if result.isSuccess, !result.customerToken.isEmpty, !cards.contains(result.customerToken) {
            cards.append(result.customerToken)
        }
    }
}
