// Written by Scripts/bindings.

/** Categories, groups and channels of payments. */
export declare const PaymentChannelCode: {
  readonly category: {
    readonly globalCardPayment: 'GCARD';
    readonly localCardPayment: 'LCARD';
    readonly localCardInstallmentPaymentPlan: 'LCARDIPP';
    readonly digitalPayment: 'DPAY';
    readonly qrPayment: 'QR';
    readonly webPayment: 'WEBPAY';
    readonly selfServiceMachine: 'SSM';
    readonly payAtCounter: 'COUNTER';
    readonly internetBanking: 'IMBANK';
    readonly globalBuyNowPayLater: 'GBNPL';
  };
  readonly group: {
    readonly creditCard: 'CC';
    readonly proprietaryCard: 'PCC';
    readonly globalInstallmentPaymentPlan: 'IPP';
    readonly localInstallmentPaymentPlan: 'LIPP';
    readonly globalThirdPartyPayment: 'GTPTY';
    readonly localThirdPartyPayment: 'LTPTY';
    readonly eWalletPayment: 'EWALLET';
    readonly cardWalletPayment: 'CWALLET';
    readonly masterPass: 'MPASS';
    readonly qrCodePayment: 'QRC';
    readonly cardSchemeQRPayment: 'CSQR';
    readonly thaiQRPayment: 'THQR';
    readonly singaporeQRPayment: 'SGQR';
    readonly webPayment: 'WEBPAY';
    readonly automatedTellerMachine: 'ATM';
    readonly kiosk: 'KIOSK';
    readonly bankCounter: 'BCTR';
    readonly overTheCounter: 'OTCTR';
    readonly internetBanking: 'IBANK';
    readonly buyNowPayLater: 'BNPL';
  };
  readonly channel: {
    readonly zaloPay: 'ZALOPAY';
  };
};

/** Who pays the interest of instalments. */
export declare const InstallmentInterestTypeCode: {
  readonly customer: 'C';
  readonly merchant: 'M';
};

/** What a code to scan is sent as. */
export declare const QRTypeCode: {
  readonly raw: 'RAW';
  readonly base64: 'BASE64';
  readonly url: 'URL';
};

/** Whether a channel asks for something. */
export declare const PaymentInputCode: {
  readonly mandatory: 'M';
  readonly optional: 'O';
  readonly ignore: 'I';
};

/** What a `PaymentCustomData` is. */
export declare const PaymentCustomDataCode: {
  readonly text: 'T';
  readonly image: 'I';
  readonly url: 'U';
  readonly file: 'F';
};

/** Where a result is shared. */
export declare const PaymentNotificationPlatformCode: {
  readonly facebook: 'FACEBOOK';
  readonly whatsApp: 'WHATSAPP';
  readonly weChat: 'WECHAT';
  readonly line: 'LINE';
  readonly email: 'EMAIL';
};
