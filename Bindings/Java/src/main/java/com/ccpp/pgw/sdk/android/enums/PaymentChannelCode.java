package com.ccpp.pgw.sdk.android.enums;

// Written by Scripts/bindings.

/** Categories, groups and channels of payments. */
public final class PaymentChannelCode {
    public static final class Category {
        public static final String GlobalCardPayment = "GCARD";
        public static final String LocalCardPayment = "LCARD";
        public static final String LocalCardInstallmentPaymentPlan = "LCARDIPP";
        public static final String DigitalPayment = "DPAY";
        public static final String QRPayment = "QR";
        public static final String WebPayment = "WEBPAY";
        public static final String SelfServiceMachine = "SSM";
        public static final String PayAtCounter = "COUNTER";
        public static final String InternetBanking = "IMBANK";
        public static final String GlobalBuyNowPayLater = "GBNPL";

        private Category() {}
    }

    public static final class Group {
        public static final String CreditCard = "CC";
        public static final String ProprietaryCard = "PCC";
        public static final String GlobalInstallmentPaymentPlan = "IPP";
        public static final String LocalInstallmentPaymentPlan = "LIPP";
        public static final String GlobalThirdPartyPayment = "GTPTY";
        public static final String LocalThirdPartyPayment = "LTPTY";
        public static final String EWalletPayment = "EWALLET";
        /** Wallets of cards, such as Apple Pay. The documented SDK does not say its value; this gateway's is here. */
        public static final String CardWalletPayment = "CWALLET";
        public static final String MasterPass = "MPASS";
        public static final String QRCodePayment = "QRC";
        public static final String CardSchemeQRPayment = "CSQR";
        public static final String ThaiQRPayment = "THQR";
        public static final String SingaporeQRPayment = "SGQR";
        public static final String WebPayment = "WEBPAY";
        public static final String AutomatedTellerMachine = "ATM";
        public static final String Kiosk = "KIOSK";
        public static final String BankCounter = "BCTR";
        public static final String OverTheCounter = "OTCTR";
        public static final String InternetBanking = "IBANK";
        public static final String BuyNowPayLater = "BNPL";

        private Group() {}
    }

    public static final class Channel {
        public static final String ZaloPay = "ZALOPAY";

        private Channel() {}
    }

    private PaymentChannelCode() {}
}
