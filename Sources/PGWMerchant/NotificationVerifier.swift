public import Foundation
internal import JOSE
public import PGWWire
internal import StrictJSON

/// Believes what a gateway posts to `backendReturnUrl`, or says why not (payments.md §5.2).
///
/// ```swift
/// let verifier = NotificationVerifier(merchantID: "JT04", secret: try MerchantSecret(secret))
/// let notification = try verifier.verify(body, headers: headers)
/// let order = orders[notification.result.invoiceNo]
/// try notification.check(amount: order?.amount, currencyCode: order?.currency)
/// guard seen.insert(notification.key).inserted, notification.result.mayReplace(order?.result) else { return 200 }
/// ```
///
/// Answer 2xx within 15 seconds and work later: what is not taken is sent again for three days. The same notification can come twice,
/// and those of two payments in any order. Where much is at stake, ask ``PaymentInquiryClient`` as well.
public struct NotificationVerifier: Sendable {
    private let merchantID: String
    private let keys: [HMACKey]
    private let demandsTimestamp: Bool

    /// How far a notification's time may be from now.
    public static let tolerance: TimeInterval = 5 * 60
    /// Bytes of the longest body that is read.
    public static let limit = 64 * 1024

    /// - Parameters:
    ///   - merchantID: Who is notified.
    ///   - secret: The merchant's.
    ///   - former: The secret before, while it is good too.
    ///   - demandsTimestamp: Whether a notification without `OpenPGW-Signature` is refused. Gateways other than this one do not send it,
    ///     and without it a notification that somebody kept can be sent again for ever.
    public init(merchantID: String, secret: MerchantSecret, former: MerchantSecret? = nil, demandsTimestamp: Bool = false) {
        self.merchantID = merchantID
        self.keys = [secret.key] + (former.map { [$0.key] } ?? [])
        self.demandsTimestamp = demandsTimestamp
    }

    /// - Parameters:
    ///   - body: As it was posted, byte for byte.
    ///   - headers: Their names in any case.
    ///   - now: What its time is held against.
    /// - Throws: ``NotificationError``.
    public func verify(
        _ body: Data, headers: [String: String], now: Date = Date()
    ) throws(NotificationError) -> BackendNotification {
        guard body.count <= Self.limit else {
            throw NotificationError(.unreadable, "The body is longer than \(Self.limit) bytes")
        }
        guard let json = try? JSON(parsing: Array(body)), json.object?.members.count == 1, let envelope = Envelope(json),
            let jws = try? CompactJWS(envelope.payload)
        else { throw NotificationError(.unreadable, "The body is not {\"payload\": \"<JWT>\"}") }
        guard let key = keys.first(where: { (try? jws.verified(by: $0)) != nil }), let payload = try? jws.verified(by: key) else {
            throw NotificationError(.untrusted, "The payload is not signed with the merchant's secret")
        }
        guard let claims = try? JSON(parsing: payload).object, let result = PaymentResult(claims: claims) else {
            throw NotificationError(.unreadable, "The signed claims are not the result of a payment")
        }
        guard result.merchantID == merchantID else {
            throw NotificationError(.otherMerchant, "merchantID is not that of this merchant")
        }
        let named = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        try verifyTime(named["openpgw-signature"], body, key, now)
        return BackendNotification(
            result: result, event: named["openpgw-event"], attempt: named["openpgw-attempt"].flatMap { Int($0) })
    }

    /// `t=1700000000,v1=<64 hexadecimal digits>`: HMAC-SHA256 of `t.body`.
    private func verifyTime(_ header: String?, _ body: Data, _ key: HMACKey, _ now: Date) throws(NotificationError) {
        guard let header else {
            if demandsTimestamp { throw NotificationError(.untrusted, "There is no OpenPGW-Signature") }
            return
        }
        var parts: [Substring: Substring] = [:]
        for part in header.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1)
            if pair.count == 2, parts[pair[0]] == nil { parts[pair[0]] = pair[1] }
        }
        guard let time = parts["t"], let seconds = Int(time), let code = parts["v1"].flatMap(Self.bytes) else {
            throw NotificationError(.untrusted, "OpenPGW-Signature is not t=<seconds>,v1=<hexadecimal digits>")
        }
        guard key.isValid(code, of: Array("\(time).".utf8) + body) else {
            throw NotificationError(.untrusted, "OpenPGW-Signature is not the merchant's over this body")
        }
        // A number of any size; no difference of it overflows.
        guard abs(Double(seconds) - now.timeIntervalSince1970) <= Self.tolerance else {
            throw NotificationError(.stale, "It was sent more than 5 minutes ago, or clocks differ by as much")
        }
    }

    private static func bytes(_ hexadecimal: Substring) -> [UInt8]? {
        let digits = Array(hexadecimal.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16), digits[index] != 0x2B
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}

/// A notification that is the merchant's gateway's own.
public struct BackendNotification: Sendable, Equatable {
    public let result: PaymentResult
    /// The same in every attempt to deliver it.
    public let event: String?
    /// Counted from 1.
    public let attempt: Int?

    /// Two with the same one are the same notification.
    public struct Key: Sendable, Hashable {
        public let invoiceNo: String
        public let tranRef: String
        public let respCode: String
    }

    public var key: Key { Key(invoiceNo: result.invoiceNo, tranRef: result.tranRef, respCode: result.responseCode) }

    /// Holds it against the order it is about.
    ///
    /// - Parameters:
    ///   - amount: The order's, in major units; `nil` where there is no such order.
    ///   - currencyCode: The order's, ISO 4217.
    /// - Throws: ``NotificationError`` of kind ``NotificationError/Kind/unknownOrder`` or ``NotificationError/Kind/otherAmount``.
    public func check(amount: Decimal?, currencyCode: String?) throws(NotificationError) {
        guard let amount, let currencyCode else {
            throw NotificationError(.unknownOrder, "There is no order of the notification's invoiceNo")
        }
        guard Amount.decimal(.string(result.amount)) == amount, result.currencyCode == currencyCode else {
            throw NotificationError(.otherAmount, "The notification is about another amount or currency than the order")
        }
    }
}

extension PaymentResult {
    /// Whether it was paid, or stored where nothing else was asked.
    public var isSuccess: Bool { [.success, .tokenisationSucceeded].contains(ResponseCode(rawValue: responseCode)) }

    /// Whether a shop may put it in the place of what it knows: nothing but a success replaces a success.
    public func mayReplace(_ known: PaymentResult?) -> Bool { known?.isSuccess != true || isSuccess }
}

/// Why a notification is not believed.
public struct NotificationError: Error, Sendable, Equatable, CustomStringConvertible {
    public struct Kind: Sendable, Hashable {
        enum Value: Sendable { case unreadable, untrusted, otherMerchant, stale, unknownOrder, otherAmount }
        let value: Value

        /// Not the body of a notification.
        public static let unreadable = Kind(value: .unreadable)
        /// Not signed with the merchant's secret.
        public static let untrusted = Kind(value: .untrusted)
        /// Another merchant's.
        public static let otherMerchant = Kind(value: .otherMerchant)
        /// Sent long ago: kept by somebody, and sent again.
        public static let stale = Kind(value: .stale)
        /// About an order that is not there.
        public static let unknownOrder = Kind(value: .unknownOrder)
        /// About another amount than the order's.
        public static let otherAmount = Kind(value: .otherAmount)
    }

    public let kind: Kind
    public let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
