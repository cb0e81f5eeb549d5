internal import Foundation
internal import PGWTesting
internal import SQLiteStore
internal import TokenVault

/// The input as a payment token, and as changes to a genuine one.
struct PaymentTokens: Sendable {
    private let tokens: SessionTokens
    private let genuine: String
    private let session = SessionToken(
        merchant: "JT04", session: [UInt8](repeating: 7, count: 16), expires: Date(timeIntervalSince1970: 2_000_000_000))

    init() {
        let made = Locked<(SessionTokens, String)?>(nil)
        let done = DispatchSemaphore(value: 0)
        let session = session
        Task.detached {
            let folder = try temporaryFolder()
            let store = try SQLiteStore(path: folder + "/openpgw.db")
            let tokens = SessionTokens(
                keyring: try await Keyring.open(master: try MasterKey.create(folder + "/key"), store: store))
            let seal = try await tokens.newSeal()
            let token = try await tokens.seal(session, key: seal.key, nonce: seal.nonce)
            made.withLock { $0 = (tokens, token) }
            done.signal()
        }
        done.wait()
        guard let (tokens, genuine) = made.withLock({ $0 }) else { fatalError("no token was made") }
        self.tokens = tokens
        self.genuine = genuine
    }

    func fuzz(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        require(tokens.open(text) == nil || text == genuine, "an invented token does not open")

        // The input is laid over the genuine token, first as bits, then as characters.
        var box = Array(Data(base64Encoded: genuine) ?? Data())
        for (index, byte) in input.prefix(box.count).enumerated() { box[index] ^= byte }
        expectOpens(Data(box).base64EncodedString())
        var characters = Array(genuine.utf8)
        for (index, byte) in input.prefix(128).enumerated() where byte != 0 { characters[index] = byte }
        expectOpens(String(decoding: characters, as: UTF8.self))
        expectOpens(genuine + text)
        expectOpens(text + genuine)
    }

    private func expectOpens(_ text: String) {
        require(tokens.open(text) == (text == genuine ? session : nil), "only the genuine token opens")
    }
}
