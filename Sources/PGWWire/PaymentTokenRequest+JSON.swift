public import Foundation
public import StrictJSON

extension PaymentTokenRequest {
    /// Reads and validates the claims of a request.
    ///
    /// - Throws: ``InvalidMessage`` with every field that is wrong.
    public init(claims: JSONObject) throws(InvalidMessage) {
        self.init()
        let problems = Self.table.read(claims, into: &self)
        if let invalid = InvalidMessage(problems + self.problems(besides: Set(problems.map(\.field)))) { throw invalid }
    }

    /// Reads claims that were valid when they were kept, whatever is asked of new ones since.
    public init(kept claims: JSONObject) {
        self.init()
        _ = Self.table.read(claims, into: &self, isKept: true)
    }

    /// The claims, in the order of the protocol's table, without what is not given.
    public var claims: JSONObject { Self.table.write(self) }

    /// Those of a merchant's claims that are fields of a request, under their documented names and otherwise as the merchant
    /// wrote them. Without the nonce, which has served its purpose once the signature is verified.
    public static func known(_ claims: JSONObject) -> JSONObject {
        var known = table.known(claims)
        known["nonceStr"] = nil
        return known
    }

    /// Checks a request that was built in code, as the gateway will.
    ///
    /// - Throws: ``InvalidMessage`` with every field that is wrong.
    public func validate() throws(InvalidMessage) { _ = try PaymentTokenRequest(claims: claims) }

    /// What the table's rows cannot see: rules between fields. Fields that are already known to be wrong are left out.
    private func problems(besides wrong: Set<String>) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func check(_ field: String, _ code: ResponseCode, _ reason: String, unless holds: Bool) {
            if !holds, !wrong.contains(field) { problems.append(FieldProblem(field: field, code: code, reason: reason)) }
        }
        func need(_ field: String, _ present: Bool, when condition: Bool, code: ResponseCode = .missingParameter) {
            check(field, code, "is mandatory here", unless: present || !condition)
        }

        let currency = currencyCode.flatMap(Currency.init(code:))
        check(
            "currencyCode", .invalidCurrency, "is not a currency this gateway knows",
            unless: currencyCode == nil || currency != nil)
        if let amount {
            check("amount", .invalidAmount, "is not above zero", unless: amount > 0)
            if let currency { check("amount", .invalidAmount, currency.decimalsReason, unless: currency.fits(amount)) }
        }
        check(
            "paymentExpiry", .invalidPaymentExpiry, "is no moment of the form yyyy-MM-dd HH:mm:ss",
            unless: paymentExpiry.map { PaymentExpiry($0) != nil } ?? true)
        check(
            "statementDescriptor", .invalidParameter, "is not 5 to 20 characters without < > \\ ' \" *",
            unless: statementDescriptor.map { $0.count >= 5 && !$0.contains { "<>\\'\"*".contains($0) } } ?? true)

        need("appBundleID", appBundleID != nil, when: schemeReturnUrl != nil)
        need("previousPaymentID", previousPaymentID != nil, when: transactionInitiator == "M")
        let authentication = [("eci", eci), ("cavv", cavv), ("dsTransactionId", dsTransactionId)]
        for (name, value) in authentication {
            need(name, value != nil, when: authentication.contains { $0.1 != nil })
        }

        let recurs = recurring == true
        need("invoicePrefix", invoicePrefix != nil, when: recurs, code: .recurring(1))
        need("allowAccumulate", allowAccumulate != nil, when: recurs, code: .recurring(3))
        need("maxAccumulateAmount", maxAccumulateAmount != nil, when: recurs && allowAccumulate == true, code: .recurring(4))
        need("recurringCount", recurringCount != nil, when: recurs, code: .recurring(6))
        need("recurringInterval", recurringInterval != nil || chargeOnDate != nil, when: recurs, code: .recurring(5))
        check(
            "chargeNextDate", .recurring(7), "is no day of the form ddMMyyyy",
            unless: chargeNextDate.map { $0.utf8.count == 8 && CalendarDay(ddMMyyyy: $0) != nil } ?? true)
        check(
            "chargeOnDate", .recurring(8), "is no day of the form ddMM",
            unless: chargeOnDate.map { $0.utf8.count == 4 && CalendarDay(ddMMyyyy: $0 + "2000") != nil } ?? true)
        return problems
    }
}

extension Currency {
    /// Whether an amount has no more decimals than the currency.
    public func fits(_ amount: Decimal) -> Bool { Amount.fractionDigits(of: amount) <= minorUnits }

    var decimalsReason: String { "has more than \(minorUnits) decimals, which is what \(code) has" }
}
