internal import Foundation
internal import Hummingbird
internal import PGWMerchant
internal import PGWWire

/// The shop's few pages.
enum Page {
    static func shop(_ orders: [Orders.Order], cards: [String]) -> Response {
        let things = Orders.things.sorted { $0.value < $1.value }.map { thing, price in
            "<p><button name=thing value=\"\(thing)\">\(thing), THB \(price)</button></p>"
        }
        let list = orders.reversed().map { order in
            "<li><a href=\"/orders/\(order.invoice)\">\(order.thing)</a>: \(words(order))</li>"
        }
        let remembered = cards.isEmpty ? "" : "<p id=cards>Cards remembered: \(cards.count).</p>"
        return html(
            "A tea shop",
            "<form method=post action=/buy>\(things.joined())</form>\(remembered)"
                + (list.isEmpty ? "" : "<h2>Orders</h2><ul>\(list.joined())</ul>"))
    }

    static func order(_ order: Orders.Order) -> Response {
        let told = order.sources.contains(.notification)
        let paid = [order.result.map { "\($0.amount) \($0.currencyCode)" }, order.result?.accountNo].compactMap(\.self).filter {
            !$0.isEmpty
        }
        let isWaiting = !told && order.result?.isSuccess != false
        return html(
            order.thing,
            "<p id=state class=\(order.result?.isSuccess == true ? "paid" : "open")>\(words(order))</p><p>\(escaped(paid.joined(separator: ", ")))</p>"
                + "<p id=told>\(told ? "The signed notification has arrived." : isWaiting ? "No notification yet." : "")</p>"
                + "<p><a href=/>Back to the shop</a></p>",
            // Until the gateway has told what it has to tell.
            isWaiting: isWaiting && order.opened.timeIntervalSinceNow > -15 * 60)
    }

    private static func words(_ order: Orders.Order) -> String {
        guard let result = order.result else { return "not paid yet" }
        return result.isSuccess ? "paid" : "not paid: \(escaped(result.responseDescription))"
    }

    static func message(_ text: String, _ status: HTTPResponse.Status) -> Response {
        html(text, "<p><a href=/>Back to the shop</a></p>", status)
    }

    static func away(to address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address, .contentLength: "0"])
    }

    private static func html(
        _ title: String, _ body: String, _ status: HTTPResponse.Status = .ok, isWaiting: Bool = false
    ) -> Response {
        let page = """
            <!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width, initial-scale=1">
            \(isWaiting ? "<meta http-equiv=refresh content=1>" : "")<link rel=icon href=data:,><title>\(escaped(title))</title>
            <style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui;margin:8vh auto;max-width:30rem;padding:0 1rem}
            button{font:inherit;min-height:2.75rem;padding:.4rem 1.25rem}.paid{background:#1a7f4b;color:#fff;border-radius:.4rem;
            display:inline-block;padding:0 .8rem}</style><h1>\(escaped(title))</h1>\(body)</html>
            """
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: page)))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;")
    }
}
