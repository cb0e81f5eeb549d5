/// The response codes an app compares with.
class APIResponseCode {
  static const String apiSuccess = '0000';
  static const String transactionAuthenticateRedirect = '1000';
  static const String transactionAuthenticateFullRedirect = '1001';
  static const String transactionExternalBrowser = '1002';
  static const String transactionPaymentSlip = '1003';
  static const String transactionExternalApplication = '1004';
  static const String transactionQRPayment = '1005';
  static const String transactionCompleted = '2000';
  static const String transactionInProgress = '2001';
  static const String transactionNotFound = '2002';
  static const String transactionInquiryFailed = '2003';
}
