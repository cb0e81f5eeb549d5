internal import Foundation
internal import JOSE
internal import PGWTesting

private let reader = key()
private let writer = key()

private func key() -> RSAPrivateKey {
    guard let key = try? RSAPrivateKey.generate(bits: 2048) else { fatalError("the system makes no keys") }
    return key
}

/// A message that opens, to alter.
private let parts: [String] = {
    guard let text = try? CompactJWE.encrypt(Array(#"{"merchantID":"JT04"}"#.utf8), to: reader.publicKey) else {
        fatalError("nothing can be encrypted")
    }
    return text.split(separator: ".").map(String.init)
}()

/// The input as a whole message, and as each part of one that would open.
let fuzzJWE: FuzzTarget = { input in
    func fails(_ message: [UInt8]) -> Bool {
        do throws(JOSEError) {
            _ = try CompactJWE.decrypt(message, by: [reader])
            return false
        } catch {
            require(error == .undecryptable, "there is one error")
            return true
        }
    }
    require(fails(input), "nobody encrypts a message by chance")
    guard let first = input.first else { return }
    var altered = parts
    let index = Int(first) % parts.count
    altered[index] = String(decoding: input.dropFirst(), as: UTF8.self)
    require(altered == parts || fails(Array(altered.joined(separator: ".").utf8)), "a message with another part does not open")
}

/// The input as a whole signed message, and as what is in one.
let fuzzPS256: FuzzTarget = { input in
    do throws(JOSEError) {
        _ = try CompactJWS(String(decoding: input, as: UTF8.self)).verified(by: [writer.publicKey])
        fatalError("nobody forges a signature by chance")
    } catch {
        require(CardNumberLeaks.scan("\(error)", in: "error").isEmpty, "an error repeats no card number")
    }
    guard input.count % 16 == 0, let signed = try? CompactJWS.sign(input, with: writer), let jws = try? CompactJWS(signed) else {
        return
    }
    require((try? jws.verified(by: [writer.publicKey])) == writer.publicKey, "what is signed verifies")
    require(jws.unverifiedPayload == input, "and says what was signed")
    require((try? SealedMessage(signed, to: [reader])) == nil, "what is not encrypted does not open")
}

/// The input as PEM, as DER under each name of a key, and as a key's DER with some bytes of it changed.
let fuzzPEM: FuzzTarget = { input in
    func read(_ pem: String) {
        for key in [try? RSAPublicKey(pem: pem), (try? RSAPrivateKey(pem: pem))?.publicKey] {
            guard let key else { continue }
            require(key.bits >= RSAPublicKey.minimumBits, "a key has 2048 bits or more")
            require((try? RSAPublicKey(pem: key.pem)) == key, "a key that was read reads again")
        }
    }
    read(String(decoding: input, as: UTF8.self))
    for name in ["PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE", "PRIVATE KEY", "RSA PRIVATE KEY"] {
        read("-----BEGIN \(name)-----\n\(Data(input).base64EncodedString())\n-----END \(name)-----\n")
    }
    guard input.count > 2 else { return }
    var der = reader.publicKey.der
    let at = (Int(input[0]) << 8 | Int(input[1])) % der.count
    for (offset, byte) in input.dropFirst(2).prefix(16).enumerated() where at + offset < der.count { der[at + offset] = byte }
    if let key = try? RSAPublicKey(der: der) { require(key.der == der, "a key has one form") }
}
