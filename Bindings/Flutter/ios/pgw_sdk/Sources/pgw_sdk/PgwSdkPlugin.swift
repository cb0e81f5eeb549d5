import Flutter
import Foundation
import PGWC

/// The iOS end of the channel, on the C ABI: what goes through is JSON both ways.
public class PgwSdkPlugin: NSObject, FlutterPlugin {
    public static func register(with registrar: FlutterPluginRegistrar) {
        let channel = FlutterMethodChannel(name: "org.openpgw.pgw_sdk", binaryMessenger: registrar.messenger())
        registrar.addMethodCallDelegate(PgwSdkPlugin(), channel: channel)
    }

    public func handle(_ call: FlutterMethodCall, result: @escaping FlutterResult) {
        let json = call.arguments as? String
        switch call.method {
        case "initialize":
            let code = Self.passing(json) { pgwInitialize($0) }
            result(code == 0 ? Self.taken(pgwConfiguration()) : Self.refused(code))
        case "clientId": result(Self.taken(pgwClientID()))
        case "configuration": result(Self.taken(pgwConfiguration()))
        case let name where Self.calls.contains(name):
            let answer = Unmanaged.passRetained(Answer(result)).toOpaque()
            _ = Self.passing(json) { json in name.withCString { pgwCall($0, json, answered, answer) } }
        default: result(FlutterMethodNotImplemented)
        }
    }

    private static let calls: Set<String> = [
        "customerTokenInfo", "paymentOption", "paymentOptionDetail", "proceedTransaction", "transactionStatus",
        "cancelTransaction",
        "exchangeRate", "userPreference", "systemInitialization", "paymentNotification", "loyaltyPointInfo",
    ]

    private static func passing<Result>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
        guard let text else { return body(nil) }
        return text.withCString(body)
    }

    fileprivate static func taken(_ text: UnsafeMutablePointer<CChar>?) -> String {
        guard let text else { return "" }
        defer { pgwFree(text) }
        return String(cString: text)
    }

    private static func refused(_ code: Int32) -> FlutterError {
        FlutterError(
            code: "\(code)", message: code == 2 ? "The request is missing." : "The request cannot be read.", details: nil)
    }
}

/// Who waits for the answer of a call.
private final class Answer {
    private let result: FlutterResult

    init(_ result: @escaping FlutterResult) { self.result = result }

    /// Flutter's channels are of the main thread.
    func tell(_ code: Int32, _ text: String) {
        let failure = code == 0 ? nil : try? JSONDecoder().decode(Failure.self, from: Data(text.utf8))
        let value: Any =
            code == 0
            ? text : FlutterError(code: "\(code)", message: failure?.message ?? "", details: failure?.detail ?? "")
        DispatchQueue.main.async { self.result(value) }
    }

    private struct Failure: Decodable {
        let message: String
        let detail: String
    }
}

private func answered(_ context: UnsafeMutableRawPointer?, _ code: Int32, _ json: UnsafeMutablePointer<CChar>?) {
    guard let context else { return }
    Unmanaged<Answer>.fromOpaque(context).takeRetainedValue().tell(code, PgwSdkPlugin.taken(json))
}
