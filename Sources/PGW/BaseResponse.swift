/// A value the gateway sent.
public protocol BaseModel: Sendable {
    /// Writes the value to standard output, a line per member, for a developer's eyes. A payment token is never written whole.
    func print()
}

/// An answer of the gateway, of whichever call.
public protocol BaseResponse: BaseModel {
    /// ``APIResponseCode/APISuccess``, or why the gateway refused.
    var responseCode: String { get }
    /// The code in the gateway's words.
    var responseDescription: String { get }
}

extension BaseModel {
    public func print() { Swift.print(Dump.text(of: self)) }
}

extension BaseResponse {
    /// The response as text, a line per value, for a developer's eyes. A payment token is never written whole.
    public static func parse(_ response: Self) -> String { Dump.text(of: response) }
}

/// A value in words.
enum Dump {
    static func text(of value: Any) -> String { lines(of: value, indent: "").joined(separator: "\n") }

    private static func lines(of value: Any, indent: String) -> [String] {
        Mirror(reflecting: value).children.flatMap { child -> [String] in
            let name = indent + (child.label ?? "")
            let mirror = Mirror(reflecting: child.value)
            let unwrapped: Any? = mirror.displayStyle == .optional ? mirror.children.first?.value : child.value
            guard let unwrapped else { return ["\(name): nil"] }
            if unwrapped is any BaseModel { return ["\(name):"] + lines(of: unwrapped, indent: indent + "  ") }
            guard let items = unwrapped as? [Any] else {
                let text = "\(unwrapped)"
                return ["\(name): \(child.label == "paymentToken" ? Redaction.shortened(text) : text)"]
            }
            return items.enumerated().flatMap { index, item in
                item is String ? ["\(name)[\(index)]: \(item)"] : ["\(name)[\(index)]:"] + lines(of: item, indent: indent + "  ")
            }
        }
    }
}
