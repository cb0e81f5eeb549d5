// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The constants of the documented SDK, by its names (protocol.md §3.4, payments.md §3.5).

/// Categories, groups and channels of payments.
public enum PaymentChannelCode {
    public enum Category {
        public static let GlobalCardPayment = "GCARD"
        public static let LocalCardPayment = "LCARD"
        public static let LocalCardInstallmentPaymentPlan = "LCARDIPP"
        public static let DigitalPayment = "DPAY"
        public static let QRPayment = "QR"
        public static let WebPayment = "WEBPAY"
        public static let SelfServiceMachine = "SSM"
        public static let PayAtCounter = "COUNTER"
        public static let InternetBanking = "IMBANK"
        public static let GlobalBuyNowPayLater = "GBNPL"
    }

    public enum Group {
        public static let CreditCard = "CC"
        public static let ProprietaryCard = "PCC"
        public static let GlobalInstallmentPaymentPlan = "IPP"
        public static let LocalInstallmentPaymentPlan = "LIPP"
        public static let GlobalThirdPartyPayment = "GTPTY"
        public static let LocalThirdPartyPayment = "LTPTY"
        public static let EWalletPayment = "EWALLET"
        /// Wallets of cards, such as Apple Pay. The documented SDK does not say its value; this gateway's is here.
        public static let CardWalletPayment = "CWALLET"
        public static let MasterPass = "MPASS"
        public static let QRCodePayment = "QRC"
        public static let CardSchemeQRPayment = "CSQR"
        public static let ThaiQRPayment = "THQR"
        public static let SingaporeQRPayment = "SGQR"
        public static let WebPayment = "WEBPAY"
        public static let AutomatedTellerMachine = "ATM"
        public static let Kiosk = "KIOSK"
        public static let BankCounter = "BCTR"
        public static let OverTheCounter = "OTCTR"
        public static let InternetBanking = "IBANK"
        public static let BuyNowPayLater = "BNPL"
    }

    public enum Channel {
        public static let ZaloPay = "ZALOPAY"
    }
}

/// Who pays the interest of instalments.
public enum InstallmentInterestTypeCode {
    public static let Customer = "C"
    public static let Merchant = "M"
}

/// What a code to scan is sent as.
public enum QRTypeCode {
    /// What the code says.
    public static let RAW = "RAW"
    /// A picture in base64.
    public static let BASE64 = "BASE64"
    /// The address of a picture.
    public static let URL = "URL"
}

/// Whether a channel asks for something.
public enum PaymentInputCode {
    public static let Mandatory = "M"
    public static let Optional = "O"
    public static let Ignore = "I"
}

/// What a `PaymentCustomData` is.
public enum PaymentCustomDataCode {
    public static let Text = "T"
    public static let Image = "I"
    public static let Url = "U"
    public static let File = "F"
}

/// Where a result is shared.
public enum PaymentNotificationPlatformCode {
    public static let Facebook = "FACEBOOK"
    public static let WhatsApp = "WHATSAPP"
    public static let WeChat = "WECHAT"
    public static let Line = "LINE"
    public static let Email = "EMAIL"
}
