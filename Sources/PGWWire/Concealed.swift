/// A text that no log, error or dump shows: a card number, a security code, a PIN.
public struct Concealed: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let text: String

    public init(_ text: String) { self.text = text }

    /// The text itself, for who has a right to it.
    public func reveal() -> String { text }

    public var isEmpty: Bool { text.isEmpty }

    public var description: String { "…" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
