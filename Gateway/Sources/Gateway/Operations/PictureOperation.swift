internal import PGWWire

/// A scheme's icon (48 × 32) or logo (96 × 64), PNG. Served here, so that `iconUrl` and `logoUrl` resolve.
struct Picture: Sendable {
    let name: String
    let path: String
    let png: [UInt8]

    static func iconPath(_ name: String) -> String { "/pgw/icon/\(name).png" }
    static func logoPath(_ name: String) -> String { "/pgw/\(name).png" }

    private init(_ name: String, icon: [UInt8]) { self.init(name, path: Self.iconPath(name), png: icon) }
    private init(_ name: String, logo: [UInt8]) { self.init(name, path: Self.logoPath(name), png: logo) }

    private init(_ name: String, path: String, png: [UInt8]) {
        self.name = name
        self.path = path
        self.png = png
    }

    static let names = Set(all.map(\.name))

    static let all: [Picture] = [
        Picture("amex", icon: PackageResources.icon_amex_png), Picture("amex", logo: PackageResources.logo_amex_png),
        Picture("card", icon: PackageResources.icon_card_png), Picture("card", logo: PackageResources.logo_card_png),
        Picture("diners", icon: PackageResources.icon_diners_png), Picture("diners", logo: PackageResources.logo_diners_png),
        Picture("discover", icon: PackageResources.icon_discover_png),
        Picture("discover", logo: PackageResources.logo_discover_png),
        Picture("jcb", icon: PackageResources.icon_jcb_png), Picture("jcb", logo: PackageResources.logo_jcb_png),
        Picture("maestro", icon: PackageResources.icon_maestro_png), Picture("maestro", logo: PackageResources.logo_maestro_png),
        Picture("master_card", icon: PackageResources.icon_master_card_png),
        Picture("master_card", logo: PackageResources.logo_master_card_png),
        Picture("mir", icon: PackageResources.icon_mir_png), Picture("mir", logo: PackageResources.logo_mir_png),
        Picture("rupay", icon: PackageResources.icon_rupay_png), Picture("rupay", logo: PackageResources.logo_rupay_png),
        Picture("troy", icon: PackageResources.icon_troy_png), Picture("troy", logo: PackageResources.logo_troy_png),
        Picture("unionpay", icon: PackageResources.icon_unionpay_png),
        Picture("unionpay", logo: PackageResources.logo_unionpay_png),
        Picture("visa", icon: PackageResources.icon_visa_png), Picture("visa", logo: PackageResources.logo_visa_png),
        Picture("wallet", icon: PackageResources.icon_wallet_png), Picture("wallet", logo: PackageResources.logo_wallet_png),
    ]
}

struct PictureOperation: Operation {
    let name = "picture"
    let picture: Picture

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        var answer = Answer(body: picture.png, code: .success)
        answer.contentType = "image/png"
        answer.isCacheable = true
        return answer
    }
}
