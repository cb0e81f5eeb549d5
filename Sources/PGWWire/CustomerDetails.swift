/// What the payment page is filled with.
public struct UIParameters: Sendable, Equatable {
    public var userInfo: UserInfo?

    public init() {}
}

/// The customer.
public struct UserInfo: Sendable, Equatable {
    public var name: String?
    public var email: String?
    /// At most 15 digits, as people write them: `+66 81 234 5678`.
    public var mobileNo: String?
    /// ISO 3166, two letters.
    public var countryCode: String?
    /// Country calling code, with or without `+`.
    public var mobileNoPrefix: String?
    /// ISO 4217, three letters.
    public var currencyCode: String?

    public init() {}
}

/// The customer's addresses.
public struct CustomerAddress: Sendable, Equatable {
    public var billing: Address?
    public var shipping: Address?

    public init() {}
}

/// A postal address.
public struct Address: Sendable, Equatable {
    public var address1: String?
    public var address2: String?
    public var address3: String?
    public var city: String?
    public var state: String?
    public var postalCode: String?
    /// ISO 3166, two letters.
    public var countryCode: String?

    public init() {}
}

/// The customer's browser.
public struct BrowserDetails: Sendable, Equatable {
    public var deviceType: String?
    public var name: String?
    public var os: String?
    public var version: String?

    public init() {}
}

extension UIParameters: WireObject {
    static let table = FieldTable<UIParameters>([.object("userInfo", \.userInfo)])
}

extension UserInfo: WireObject {
    static let table = FieldTable<UserInfo>([
        .text("name", \.name, .text(.any, max: 50)),
        .text("email", \.email, .text(.any, max: 150)),
        .text("mobileNo", \.mobileNo, .telephone(digits: 15)),
        .text("countryCode", \.countryCode, .text(.alphabetic, max: 2)),
        .text("mobileNoPrefix", \.mobileNoPrefix, .telephone(digits: 4)),
        .text("currencyCode", \.currencyCode, .text(.alphabetic, max: 3)),
    ])
}

extension CustomerAddress: WireObject {
    static let table = FieldTable<CustomerAddress>([.object("billing", \.billing), .object("shipping", \.shipping)])
}

extension Address: WireObject {
    static let table = FieldTable<Address>([
        .text("address1", \.address1, .text(.any, max: 255)),
        .text("address2", \.address2, .text(.any, max: 255)),
        .text("address3", \.address3, .text(.any, max: 255)),
        .text("city", \.city, .text(.any, max: 255)),
        .text("state", \.state, .text(.any, max: 255)),
        .text("postalCode", \.postalCode, .text(.any, max: 10)),
        .text("countryCode", \.countryCode, .text(.alphabetic, max: 2)),
    ])
}

extension BrowserDetails: WireObject {
    static let table = FieldTable<BrowserDetails>([
        .text("deviceType", \.deviceType, .text(.any, max: 255)),
        .text("name", \.name, .text(.any, max: 255)),
        .text("os", \.os, .text(.any, max: 255)),
        .text("version", \.version, .text(.any, max: 255)),
    ])
}
