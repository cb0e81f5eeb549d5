internal import Foundation
internal import StrictJSON

/// As payments are kept, sealed.
extension Payment: KeptPart {
    init(blank: ()) { self.init(paymentID: "", invoice: "", amount: "", currency: "", submitted: .distantPast) }

    /// - Returns: `nil` for bytes of a form this version does not know.
    init?(kept bytes: [UInt8]) {
        guard let json = try? JSON(parsing: bytes, limits: JSONLimits(bytes: 1 << 20)),
            let kept = KeptForm.read(json, Payment.self)
        else { return nil }
        self = kept
    }

    var kept: [UInt8] { KeptForm.write(self).bytes }

    mutating func pass(_ form: inout KeptForm) {
        form.mandatory("paymentID", &paymentID)
        form.mandatory("invoice", &invoice)
        form.mandatory("amount", &amount)
        form.mandatory("currency", &currency)
        form("submitted", &submitted)
        form("channel", &channel)
        form("card", &card)
        form("demand", &demand)
        form("authentication", &authentication)
        form("eci", &eci)
        form("challenge", &challenge)
        form("returnURL", &returnURL)
        form("storing", &storing)
        form("isStoringOnly", &isStoringOnly)
        form("isMerchantInitiated", &isMerchantInitiated)
        form("previousSchemePaymentID", &previousSchemePaymentID)
        form("note", &note)
        form("agent", &agent)
        form("issuer", &issuer)
        form("echo", &echo)
        form(coded: "plan", &plan)
        form("recurring", &recurring)
        form(coded: "notificationFault", &notificationFault)
        form("outcome", &outcome)
    }
}

extension Payment.Card: KeptPart {
    init(blank: ()) {
        (scheme, brand, masked, holder, email) = ("", "", "", "", "")
        (expiryYear, expiryMonth) = (0, 0)
    }

    mutating func pass(_ form: inout KeptForm) {
        form("scheme", &scheme)
        form("brand", &brand)
        form("masked", &masked)
        form("expiryYear", &expiryYear)
        form("expiryMonth", &expiryMonth)
        form("holder", &holder)
        form("email", &email)
        form("token", &token)
        form("renewsExpiry", &renewsExpiry)
    }
}

extension Payment.Challenge: KeptPart {
    init(blank: ()) { self.init(id: "", until: .distantPast) }

    mutating func pass(_ form: inout KeptForm) {
        form("id", &id)
        form("until", &until)
        form("failures", &failures)
    }
}

extension Payment.Storing: KeptPart {
    init(blank: ()) { self.init(candidate: "") }

    mutating func pass(_ form: inout KeptForm) {
        form("candidate", &candidate)
        form("token", &token)
    }
}

extension Payment.Issuer: KeptPart {
    init(blank: ()) { self.init(cardType: "", country: "", bank: "") }

    mutating func pass(_ form: inout KeptForm) {
        form("cardType", &cardType)
        form("country", &country)
        form("bank", &bank)
    }
}

extension Payment.Echo: KeptPart {
    init(blank: ()) { self.init() }

    mutating func pass(_ form: inout KeptForm) {
        form("childMerchantID", &childMerchantID)
        form("idempotencyID", &idempotencyID)
        form("userDefined", &userDefined)
        form("backendReturnUrl", &backendReturnUrl)
        form("version", &version)
    }
}

extension Payment.Recurring: KeptPart {
    init(blank: ()) { self.init(uniqueID: "", sequence: 0) }

    mutating func pass(_ form: inout KeptForm) {
        form("uniqueID", &uniqueID)
        form("sequence", &sequence)
    }
}

extension Payment.Outcome: KeptPart {
    init(blank: ()) { self.init(code: "", acquirerCode: "", at: .distantPast) }

    mutating func pass(_ form: inout KeptForm) {
        form("code", &code)
        form("acquirerCode", &acquirerCode)
        form("at", &at)
        form("approvalCode", &approvalCode)
        form("tranRef", &tranRef)
        form("referenceNo", &referenceNo)
        form("schemePaymentID", &schemePaymentID)
    }
}
