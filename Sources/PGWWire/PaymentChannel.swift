/// A code that `paymentChannel` may name: a category or a group of channels (protocol.md §3.4).
public enum PaymentChannel {
    /// Everything the merchant may use.
    public static let all = "ALL"

    public static let categories: Set<String> = [
        "GCARD", "LCARD", "LCARDIPP", "DPAY", "QR", "WEBPAY", "SSM", "COUNTER", "IMBANK", "GBNPL",
    ]

    public static let groups: Set<String> = [
        "CC", "PCC", "IPP", "LIPP", "GTPTY", "LTPTY", "EWALLET", "MPASS", "QRC", "CSQR", "THQR", "SGQR", "WEBPAY", "ATM",
        "KIOSK", "BCTR", "OTCTR", "IBANK", "BNPL", "APM", "123",
    ]

    public static let known = categories.union(groups).union([all])
}
