/// The response codes an app compares with, by the names of the documented SDK (protocol.md §3.4).
public enum APIResponseCode {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let APISuccess = "0000"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let TransactionAuthenticateRedirect = "1000"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let TransactionAuthenticateFullRedirect = "1001"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let TransactionExternalBrowser = "1002"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let TransactionPaymentSlip = "1003"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let TransactionExternalApplication = "1004"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let TransactionQRPayment = "1005"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let TransactionCompleted = "2000"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let TransactionInProgress = "2001"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let TransactionNotFound = "2002"
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let TransactionInquiryFailed = "2003"
}
