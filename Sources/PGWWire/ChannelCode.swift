/// Codes that `paymentChannel` is documented to name: categories and groups of channels (protocol.md §3.4). Others of 1 to 20
/// letters and digits are channels of their own, which a gateway may have.
public enum ChannelCode {
    /// Everything the merchant may use.
    public static let all = "ALL"

    /// Whether a text can be a channel's code.
    public static func isCode(_ text: String) -> Bool { (1...20).contains(text.utf8.count) && Alphabet.alphanumeric.allows(text) }

    public static let categories: Set<String> = [
        "GCARD", "LCARD", "LCARDIPP", "DPAY", "QR", "WEBPAY", "SSM", "COUNTER", "IMBANK", "GBNPL",
    ]

    public static let groups: Set<String> = [
        "CC", "PCC", "IPP", "LIPP", "GTPTY", "LTPTY", "EWALLET", "MPASS", "QRC", "CSQR", "THQR", "SGQR", "WEBPAY", "ATM",
        "KIOSK", "BCTR", "OTCTR", "IBANK", "BNPL", "APM", "123",
    ]
}
