// Written by Scripts/bindings.

/// Categories, groups and channels of payments.
class PaymentChannelCode {
  static const PaymentChannelCodeCategory category = PaymentChannelCodeCategory._();
  static const PaymentChannelCodeGroup group = PaymentChannelCodeGroup._();
  static const PaymentChannelCodeChannel channel = PaymentChannelCodeChannel._();
}

class PaymentChannelCodeCategory {
  const PaymentChannelCodeCategory._();
  final String globalCardPayment = 'GCARD';
  final String localCardPayment = 'LCARD';
  final String localCardInstallmentPaymentPlan = 'LCARDIPP';
  final String digitalPayment = 'DPAY';
  final String qrPayment = 'QR';
  final String webPayment = 'WEBPAY';
  final String selfServiceMachine = 'SSM';
  final String payAtCounter = 'COUNTER';
  final String internetBanking = 'IMBANK';
  final String globalBuyNowPayLater = 'GBNPL';
}

class PaymentChannelCodeGroup {
  const PaymentChannelCodeGroup._();
  final String creditCard = 'CC';
  final String proprietaryCard = 'PCC';
  final String globalInstallmentPaymentPlan = 'IPP';
  final String localInstallmentPaymentPlan = 'LIPP';
  final String globalThirdPartyPayment = 'GTPTY';
  final String localThirdPartyPayment = 'LTPTY';
  final String eWalletPayment = 'EWALLET';
  final String cardWalletPayment = 'CWALLET';
  final String masterPass = 'MPASS';
  final String qrCodePayment = 'QRC';
  final String cardSchemeQRPayment = 'CSQR';
  final String thaiQRPayment = 'THQR';
  final String singaporeQRPayment = 'SGQR';
  final String webPayment = 'WEBPAY';
  final String automatedTellerMachine = 'ATM';
  final String kiosk = 'KIOSK';
  final String bankCounter = 'BCTR';
  final String overTheCounter = 'OTCTR';
  final String internetBanking = 'IBANK';
  final String buyNowPayLater = 'BNPL';
}

class PaymentChannelCodeChannel {
  const PaymentChannelCodeChannel._();
  final String zaloPay = 'ZALOPAY';
}
