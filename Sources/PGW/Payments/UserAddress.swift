public import PGWWire

/// An address as an app fills it in.
public class BaseUserAddress {
    public var address1 = ""
    public var address2 = ""
    public var address3 = ""
    public var city = ""
    public var state = ""
    public var postalCode = ""
    /// ISO 3166, two letters.
    public var countryCode = ""

    public init() {}

    init(_ address: PostalAddress) {
        address1 = address.address1
        address2 = address.address2
        address3 = address.address3
        city = address.city
        state = address.state
        postalCode = address.postalCode
        countryCode = address.countryCode
    }

    var value: PostalAddress {
        var value = PostalAddress()
        value.address1 = address1
        value.address2 = address2
        value.address3 = address3
        value.city = city
        value.state = state
        value.postalCode = postalCode
        value.countryCode = countryCode
        return value
    }
}

/// Where the bill goes.
public final class UserBillingAddress: BaseUserAddress {}

/// Where the goods go.
public final class UserShippingAddress: BaseUserAddress {}

extension UserAddress {
    /// A copy of it.
    public var userBillingAddress: UserBillingAddress { UserBillingAddress(billing) }
    /// A copy of it.
    public var userShippingAddress: UserShippingAddress { UserShippingAddress(shipping) }
}

/// Builds a `UserAddress`.
public final class UserAddressBuilder {
    private var address = UserAddress()

    public init() {}

    @discardableResult
    public func userBillingAddress(_ address: UserBillingAddress) -> UserAddressBuilder {
        self.address.billing = address.value
        return self
    }

    @discardableResult
    public func userShippingAddress(_ address: UserShippingAddress) -> UserAddressBuilder {
        self.address.shipping = address.value
        return self
    }

    public func build() -> UserAddress { address }
}
