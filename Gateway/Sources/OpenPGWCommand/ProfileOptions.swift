internal import ArgumentParser
internal import Foundation
internal import PGWWire
internal import TokenVault

/// What a merchant is like, as `merchant add` and `merchant set` take it. What is not named stays as it is.
struct ProfileOptions: ParsableArguments {
    @Option(help: "As payers see it. (add needs it)") var name: String?
    @Option(help: "ISO 4217, for requests that name no currency. (add needs it)") var currency: String?
    @Option(help: "Of the IANA database. (default: Asia/Bangkok)") var timeZone: String?
    @Option(help: "The currencies it may use, by commas, or all. (default: all)") var currencies: String?
    @Option(help: "The channel codes it may use, by commas, or all. (default: all)") var channels: String?
    @Flag(inversion: .prefixedNo, help: "Its requests are answered. (default: yes)") var active: Bool?
    @Flag(inversion: .prefixedNo, help: "The same card added twice keeps one token. (default: no)") var onePerCard: Bool?
    @Flag(inversion: .prefixedNo, help: "Cards may be stored by its payments. (default: yes)") var tokenisation: Bool?
    @Flag(inversion: .prefixedNo, help: "Unknown customer tokens in a request are dropped, not refused. (default: no)")
    var lenientTokens: Bool?
    @Option(help: "How many cards it may have stored, or any. (default: any)") var maximumTokens: Limit?
    @Option(help: "How many maintenance requests it may make a second, or any. (default: any)") var requestsPerSecond: Limit?
    @Flag(inversion: .prefixedNo, help: "Payers give their card's security code. (default: yes)") var securityCode: Bool?
    @Flag(
        inversion: .prefixedNo,
        help: "Card data of payments is taken encrypted to the gateway alone (securePayToken). (default: no)")
    var securePayToken: Bool?
    @Option(help: "Hosts browsers may be sent to after authentication, by commas, or any. (default: those its requests name)")
    var returnHosts: String?
    @Option(help: "Origins that may show the hosted page in a frame (https://shop.example), by commas, or none. (default: none)")
    var pageOrigins: String?
    @Option(help: "A PNG of at most 32 kB for the hosted page, or none.", completion: .file(extensions: ["png"])) var logo:
        String?

    func validate() throws {
        if case .number(let number) = maximumTokens, number < 0 {
            throw ValidationError("--maximum-tokens must be 0 or more, or any.")
        }
        if case .number(let number) = requestsPerSecond, number < 1 {
            throw ValidationError("--requests-per-second must be 1 or more, or any.")
        }
    }

    /// - Throws: ``Refused``, naming the option.
    func apply(to profile: inout MerchantProfile) throws {
        if let name { profile.name = name }
        if let currency { profile.currency = currency }
        if let timeZone { profile.timeZone = timeZone }
        if let currencies { profile.currencies = currencies.lowercased() == "all" ? [] : Settings.parts(currencies) }
        for code in [profile.currency] + profile.currencies where Currency(code: code) == nil {
            throw Refused("\(Terminal.visible(code)) is not a currency this gateway knows: three capitals of ISO 4217")
        }
        guard profile.currencies.isEmpty || profile.currencies.contains(profile.currency) else {
            throw Refused("--currencies does not name \(profile.currency), which is the merchant's own --currency")
        }
        if let channels { profile.channels = channels.lowercased() == "all" ? [] : try Settings.channels(channels) }
        if let active { profile.isActive = active }
        if let onePerCard { profile.onePerCard = onePerCard }
        if let tokenisation { profile.mayTokenise = tokenisation }
        if let lenientTokens { profile.lenientTokens = lenientTokens }
        if let maximumTokens { profile.maximumTokens = maximumTokens.value }
        if let requestsPerSecond { profile.requestsPerSecond = requestsPerSecond.value }
        if let securityCode { profile.requiresSecurityCode = securityCode }
        if let securePayToken { profile.demandsSecurePayToken = securePayToken }
        if let returnHosts { profile.returnHosts = ["", "any"].contains(returnHosts) ? [] : try Self.hosts(returnHosts) }
        if let pageOrigins { profile.pageOrigins = ["", "none"].contains(pageOrigins) ? [] : try Self.origins(pageOrigins) }
        if let logo { profile.logo = logo == "none" ? nil : try Self.picture(logo) }
    }

    private static func hosts(_ text: String) throws -> [String] {
        try Settings.parts(text).map { part in
            // A host has a point, or is this machine: a word alone is a slip.
            guard let address = WebAddress("https://\(part)"), address.host == part.lowercased(),
                address.host.contains(".") || address.isLoopback
            else {
                throw Refused(
                    "--return-hosts holds \(Terminal.visible(part)), which is no host. Write it as shop.example, without https:// and port"
                )
            }
            return address.host
        }
    }

    private static func origins(_ text: String) throws -> [String] {
        try Settings.parts(text).map { part in
            guard let address = WebAddress(part), URLComponents(string: part)?.path.isEmpty != false,
                !part.contains(where: "?#".contains),
                address.scheme == "https" || address.isLoopback
            else {
                throw Refused(
                    "--page-origins holds \(Terminal.visible(part)), which is no origin. Write it as https://shop.example, without a path (this machine's own may have http://)"
                )
            }
            return address.origin
        }
    }

    private static func picture(_ path: String) throws -> Data {
        guard let file = FileHandle(forReadingAtPath: path), let bytes = try? file.read(upToCount: MerchantLogo.limit + 1) else {
            throw Refused("--logo: \(Terminal.visible(path)) cannot be read")
        }
        return bytes
    }
}

/// A number, or `any`.
enum Limit: ExpressibleByArgument {
    case any
    case number(Int)

    init?(argument: String) {
        if argument == "any" {
            self = .any
        } else if let number = Int(argument) {
            self = .number(number)
        } else {
            return nil
        }
    }

    var value: Int? { if case .number(let number) = self { number } else { nil } }
}
