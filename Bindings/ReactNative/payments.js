'use strict';

// Written by Scripts/bindings.

exports.PaymentChannelCode = Object.freeze({
  category: Object.freeze({
    globalCardPayment: 'GCARD',
    localCardPayment: 'LCARD',
    localCardInstallmentPaymentPlan: 'LCARDIPP',
    digitalPayment: 'DPAY',
    qrPayment: 'QR',
    webPayment: 'WEBPAY',
    selfServiceMachine: 'SSM',
    payAtCounter: 'COUNTER',
    internetBanking: 'IMBANK',
    globalBuyNowPayLater: 'GBNPL',
  }),
  group: Object.freeze({
    creditCard: 'CC',
    proprietaryCard: 'PCC',
    globalInstallmentPaymentPlan: 'IPP',
    localInstallmentPaymentPlan: 'LIPP',
    globalThirdPartyPayment: 'GTPTY',
    localThirdPartyPayment: 'LTPTY',
    eWalletPayment: 'EWALLET',
    cardWalletPayment: 'CWALLET',
    masterPass: 'MPASS',
    qrCodePayment: 'QRC',
    cardSchemeQRPayment: 'CSQR',
    thaiQRPayment: 'THQR',
    singaporeQRPayment: 'SGQR',
    webPayment: 'WEBPAY',
    automatedTellerMachine: 'ATM',
    kiosk: 'KIOSK',
    bankCounter: 'BCTR',
    overTheCounter: 'OTCTR',
    internetBanking: 'IBANK',
    buyNowPayLater: 'BNPL',
  }),
  channel: Object.freeze({
    zaloPay: 'ZALOPAY',
  }),
});

exports.InstallmentInterestTypeCode = Object.freeze({
  customer: 'C',
  merchant: 'M',
});

exports.QRTypeCode = Object.freeze({
  raw: 'RAW',
  base64: 'BASE64',
  url: 'URL',
});

exports.PaymentInputCode = Object.freeze({
  mandatory: 'M',
  optional: 'O',
  ignore: 'I',
});

exports.PaymentCustomDataCode = Object.freeze({
  text: 'T',
  image: 'I',
  url: 'U',
  file: 'F',
});

exports.PaymentNotificationPlatformCode = Object.freeze({
  facebook: 'FACEBOOK',
  whatsApp: 'WHATSAPP',
  weChat: 'WECHAT',
  line: 'LINE',
  email: 'EMAIL',
});
