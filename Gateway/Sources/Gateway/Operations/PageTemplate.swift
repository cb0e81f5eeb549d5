internal import Foundation
internal import PGWWire

/// A page with places for texts, `{{name}}`. The addresses of its files, what each of them has to be, and the version are in it from the start.
struct PageTemplate: Sendable {
    static let payment = PageTemplate(PackageResources.page_html)
    static let authentication = PageTemplate(PackageResources.authenticate_html)
    static let returning = PageTemplate(PackageResources.return_html)
    static let returningToApp = PageTemplate(PackageResources.app_html)

    private let beginning: String
    /// Each place with what follows it.
    private let parts: [(name: String, text: String)]

    init(_ bytes: [UInt8]) {
        var known = ["version": OpenPGWVersion.current]
        for file in PageFile.all { known[file.name] = file.integrity }
        var texts = [""]
        var names: [String] = []
        for (index, piece) in String(decoding: bytes, as: UTF8.self).components(separatedBy: "{{").enumerated() {
            let halves = index == 0 ? ["", piece] : piece.components(separatedBy: "}}")
            if let text = known[halves[0]] {
                texts[texts.count - 1] += Self.escaped(text) + halves[1]
            } else if index == 0 {
                texts[0] = piece
            } else {
                names.append(halves[0])
                texts.append(halves[1])
            }
        }
        beginning = texts[0]
        parts = zip(names, texts.dropFirst()).map { ($0, $1) }
    }

    /// The page with texts in their places: what a text holds is no place for another.
    ///
    /// - Parameter path: Of the gateway's public address, in front of its own.
    func filled(_ path: String, _ texts: [String: String] = [:]) -> [UInt8] {
        let page = parts.reduce(into: beginning) { page, part in
            page += Self.escaped(part.name == "base" ? path : texts[part.name] ?? "") + part.text
        }
        return Array(page.utf8)
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: "&<>\"'".utf8.contains) else { return text }
        return text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
    }
}

extension Form {
    /// What a page of the gateway's sends is short. More is not read: it is nobody's payment.
    static func ofBrowser(_ body: [UInt8]) -> Form { Form(body.count <= 4096 ? body : []) }
}
