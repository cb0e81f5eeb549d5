// What the iOS half of the plugin uses of Flutter, for a compiler without it.

import Foundation

public typealias FlutterResult = (Any?) -> Void
public let FlutterMethodNotImplemented = NSObject()

public protocol FlutterBinaryMessenger: AnyObject {}

public protocol FlutterPluginRegistrar: AnyObject {
    func messenger() -> any FlutterBinaryMessenger
    func addMethodCallDelegate(_ delegate: any FlutterPlugin, channel: FlutterMethodChannel)
}

public protocol FlutterPlugin: AnyObject {
    static func register(with registrar: any FlutterPluginRegistrar)
    func handle(_ call: FlutterMethodCall, result: @escaping FlutterResult)
}

public class FlutterMethodChannel {
    public init(name: String, binaryMessenger: any FlutterBinaryMessenger) {}
}

public class FlutterMethodCall {
    public let method = ""
    public let arguments: Any? = nil
}

public class FlutterError: NSObject {
    public init(code: String, message: String?, details: Any?) {}
}
