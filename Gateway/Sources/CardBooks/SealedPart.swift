internal import JOSE
internal import StrictJSON
internal import TokenVault

/// A part of a sealed book: a line of the file, a compact JWE (`RSA-OAEP-256`, `A256GCM`) to the recipient around JSON.
///
/// `{"book":…,"first":…,"last":…,"lines":[…]}`: which book it is, how many lines come before, whether any come after. So a part
/// that is missing, doubled or out of place is noticed.
struct SealedPart {
    /// Characters of a part.
    static let limit = 1 << 22

    let book: String
    let first: Int
    let isLast: Bool
    let lines: [JSON]

    init(book: String, first: Int, isLast: Bool, lines: [JSON]) {
        self.book = book
        self.first = first
        self.isLast = isLast
        self.lines = lines
    }

    init(opening bytes: [UInt8], with key: RSAPrivateKey) throws(VaultError) {
        let plaintext: [UInt8]
        do throws(JOSEError) {
            plaintext = try CompactJWE.decrypt(bytes, by: [key], limit: Self.limit).plaintext
        } catch {
            throw VaultError(.refused, "a part of the book does not open with this key; it is another's, or was changed")
        }
        let object = try? JSON(parsing: plaintext, limits: JSONLimits(bytes: Self.limit)).object
        guard let object, let book = object["book"]?.string, let first = object["first"]?.number?.int,
            let isLast = object["last"]?.bool, let lines = object["lines"]?.array
        else { throw VaultError(.refused, "a part of the book is of a format this version does not know") }
        self.init(book: book, first: first, isLast: isLast, lines: lines)
    }

    func sealed(to recipient: RSAPublicKey) throws(VaultError) -> [UInt8] {
        let content: JSON = [
            "book": .string(book), "first": .number(JSONNumber(first)), "last": .bool(isLast), "lines": .array(lines),
        ]
        do throws(JOSEError) {
            return Array(try CompactJWE.encrypt(content.bytes, to: recipient, .rsaOAEP256, contentType: "json").utf8)
        } catch {
            throw VaultError(.refused, "Nothing can be encrypted to the recipient's key: \(error)")
        }
    }
}
