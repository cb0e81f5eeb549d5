public import Foundation

/// A merchant whose secrets are open, in memory.
///
/// A class, as every request hands it on: a copy is one count, not one of each text in it.
public final class Merchant: Sendable, CustomStringConvertible, CustomReflectable {
    public let id: String
    public let profile: MerchantProfile
    /// The time zone of ``MerchantProfile/timeZone``.
    public let zone: TimeZone
    /// The key that signs requests and answers, as the ASCII bytes of its printed form.
    public let secret: [UInt8]
    /// The one before, while it is good too.
    public let former: FormerSecret?
    let fingerprintKey: [UInt8]

    /// ``secret`` as a merchant is given it.
    public var printedSecret: String { String(decoding: secret, as: UTF8.self) }

    /// What may sign at a moment, the newest first.
    public func secrets(at now: Date) -> [[UInt8]] {
        [secret] + (former.map { $0.until > now ? [$0.secret] : [] } ?? [])
    }

    init(id: String, profile: MerchantProfile, secret: [UInt8], former: FormerSecret? = nil, fingerprintKey: [UInt8]) {
        self.id = id
        self.profile = profile
        self.zone = TimeZone(identifier: profile.timeZone) ?? .gmt
        self.secret = secret
        self.former = former
        self.fingerprintKey = fingerprintKey
    }

    public var description: String { "Merchant(\(id))" }
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}

/// A secret that was replaced, and is good a while longer, so that a merchant can go from one to the other without a gap.
public struct FormerSecret: Sendable, CustomStringConvertible, CustomReflectable {
    let secret: [UInt8]
    public let until: Date

    public var description: String { "FormerSecret" }
    public var customMirror: Mirror { Mirror(self, children: ["until": until]) }
}

/// What a merchant may do and how it is set up. Nothing in it is secret.
public struct MerchantProfile: Codable, Sendable, Equatable {
    /// For people.
    public var name: String
    /// ISO 4217: the currency of a request that names none.
    public var currency: String
    /// ISO 4217: the currencies it may use; empty for all.
    public var currencies: [String] = []
    /// Channel codes it may use; empty for all.
    public var channels: [String] = []
    /// Of the IANA database. Decides when a card expires and what `paymentExpiry` means.
    public var timeZone: String
    public var isActive = true
    /// Whether it may have cards stored.
    public var mayTokenise = true
    /// Whether the same card added twice keeps one token.
    public var onePerCard = false
    /// Whether an unknown customer token in a payment token request is dropped instead of refused.
    public var lenientTokens = false
    /// How many cards it may have stored; `nil` for any number.
    public var maximumTokens: Int?
    /// How many maintenance requests it may make a second; `nil` for any number.
    public var requestsPerSecond: Int?
    /// Whether a payer has to give the card's security code, also of a stored card.
    public var requiresSecurityCode = true
    /// Whether card data of payments is taken encrypted to the gateway alone.
    public var demandsSecurePayToken = false
    /// Hosts a browser may be sent to after authentication, beside those the merchant signs.
    public var returnHosts: [String] = []
    /// Origins that may show the hosted page in a frame, as browsers spell them: `https://shop.example`.
    public var pageOrigins: [String] = []
    /// A PNG for the hosted page, of at most ``MerchantLogo/limit`` bytes.
    public var logo: Data?

    /// - Throws: ``VaultError`` naming `name`, `currency` or `timeZone`.
    public init(name: String, currency: String, timeZone: String = "Asia/Bangkok") throws(VaultError) {
        self.name = name
        self.currency = currency
        self.timeZone = timeZone
        try check()
    }

    /// Whether everything is as it has to be.
    ///
    /// - Throws: ``VaultError`` naming the member that is not.
    func check() throws(VaultError) {
        guard !Texts.isBlank(name), Texts.fits(name, 100) else { throw .invalid("name", "is not 1 to 100 characters") }
        guard Texts.isPrintable(name) else { throw .invalid("name", "holds a character that is not printable") }
        guard !Texts.holdsCardNumber(name) else { throw .invalid("name", "reads as a card number") }
        guard currency.utf8.count == 3 else { throw .invalid("currency", "is not three letters of ISO 4217") }
        guard currencies.isEmpty || currencies.contains(currency) else {
            throw .invalid("currencies", "does not name \(currency), which is the merchant's own currency")
        }
        guard TimeZone(identifier: timeZone) != nil else { throw .invalid("timeZone", "is not in the IANA database") }
        guard pageOrigins.count <= 20 else { throw .invalid("pageOrigins", "holds more than 20") }
        // They go into a policy, where a blank or a semicolon begins something else.
        for origin in pageOrigins {
            guard origin.wholeMatch(of: #/https?://[a-z0-9.:_\[\]-]{1,255}/#) != nil else {
                throw .invalid("pageOrigins", "holds what is no origin")
            }
        }
        if let logo { try MerchantLogo.check(logo) }
    }
}

extension MerchantProfile {
    private enum CodingKeys: String, CodingKey {
        case name, currency, currencies, channels, timeZone, isActive, mayTokenise, onePerCard, lenientTokens, maximumTokens
        case requestsPerSecond, requiresSecurityCode, demandsSecurePayToken, returnHosts, pageOrigins, logo
    }

    /// Reads a profile also as it was written before there was all of it.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func value<Value: Decodable>(_ key: CodingKeys, _ absent: Value) throws -> Value {
            try values.decodeIfPresent(Value.self, forKey: key) ?? absent
        }
        name = try values.decode(String.self, forKey: .name)
        currency = try values.decode(String.self, forKey: .currency)
        timeZone = try values.decode(String.self, forKey: .timeZone)
        currencies = try value(.currencies, [])
        channels = try value(.channels, [])
        isActive = try value(.isActive, true)
        mayTokenise = try value(.mayTokenise, true)
        onePerCard = try value(.onePerCard, false)
        lenientTokens = try value(.lenientTokens, false)
        maximumTokens = try values.decodeIfPresent(Int.self, forKey: .maximumTokens)
        requestsPerSecond = try values.decodeIfPresent(Int.self, forKey: .requestsPerSecond)
        requiresSecurityCode = try value(.requiresSecurityCode, true)
        demandsSecurePayToken = try value(.demandsSecurePayToken, false)
        returnHosts = try value(.returnHosts, [])
        pageOrigins = try value(.pageOrigins, [])
        logo = try values.decodeIfPresent(Data.self, forKey: .logo)
    }
}
