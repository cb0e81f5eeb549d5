internal import ArgumentParser
internal import Foundation
internal import Hummingbird
internal import Logging

/// The control: the same framework decodes a small JSON document and encodes it again, and does nothing else.
struct EchoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "echo", abstract: "A bare Hummingbird JSON echo.")

    @Option(help: "The port to listen on; 0 for any free one.") var port = 0

    func run() async throws {
        let router = Router()
        router.post("/echo") { request, context in try await request.decode(as: Message.self, context: context) }
        var logger = Logger(label: "echo")
        logger.logLevel = .error
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                guard let port = channel.localAddress?.port else { return }
                try? FileHandle.standardOutput.write(contentsOf: Data("echo ready at http://127.0.0.1:\(port)\n".utf8))
            }, logger: logger)
        try await application.runService()
    }

    /// The six members of an app's token information request.
    struct Message: ResponseCodable {
        let paymentToken: String
        let clientID: String
        let locale: String
        let version: Int
        let retry: Bool
        let channels: [String]
    }
}
