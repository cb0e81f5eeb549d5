public import StrictJSON

/// The object around a signed message: the single member `payload`, a compact JWS (protocol.md §1.1).
public struct Envelope: Sendable, Equatable {
    public let payload: String

    public init(payload: String) { self.payload = payload }

    /// - Returns: `nil` when the value is not an object with a `payload` string.
    public init?(_ json: JSON) {
        guard let payload = json.object?[anyCase: "payload"]?.string else { return nil }
        self.payload = payload
    }

    public var json: JSON { ["payload": .string(payload)] }
}
