internal import PGWWire

/// `initialization`: the languages of the gateway's pages (payments.md §1.5).
struct InitializationOperation: Operation {
    let name = "initialization"
    let isForBrowsers = true

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        var response = SystemInitializationResponse()
        response.initialization.locales = PageLanguage.all.map { language in
            var locale = SystemLocale()
            locale.code = language.code
            locale.name = language.name
            return locale
        }
        return .response(response)
    }
}

/// A language of the gateway's pages, named in its own script (payments.md §6).
struct PageLanguage: Sendable {
    /// ISO 639.
    let code: String
    let name: String

    static let all = [
        PageLanguage(code: "en", name: "English"), PageLanguage(code: "th", name: "ไทย"), PageLanguage(code: "my", name: "မြန်မာ"),
        PageLanguage(code: "id", name: "Bahasa Indonesia"), PageLanguage(code: "ja", name: "日本語"),
        PageLanguage(code: "zh-cn", name: "简体中文"), PageLanguage(code: "zh-tw", name: "繁體中文"),
        PageLanguage(code: "vi", name: "Tiếng Việt"), PageLanguage(code: "ko", name: "한국어"),
    ]

    /// The language a client means: `TH`, `zh` for Chinese as it is written on the mainland, English for one that is not here.
    static func of(_ locale: String?) -> PageLanguage {
        let parts = locale?.lowercased().split(whereSeparator: { $0 == "_" || $0 == "-" }).map(String.init) ?? []
        // Chinese is written in two ways, by where and by name.
        let isTraditional = parts.first == "zh" && parts.dropFirst().contains { ["tw", "hk", "mo", "hant"].contains($0) }
        let code = isTraditional ? "zh-tw" : parts.first == "zh" ? "zh-cn" : parts.first
        return all.first { $0.code == code } ?? all[0]
    }
}
