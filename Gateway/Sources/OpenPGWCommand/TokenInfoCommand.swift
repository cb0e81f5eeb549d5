internal import ArgumentParser
internal import Foundation
internal import PGW
internal import StrictJSON

struct TokenInfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token-info", abstract: "List the stored cards of a payment token, as an app does.")

    @Argument(help: "What the merchant's backend minted.") var paymentToken: String
    @Option(help: ArgumentHelp("A JSON file of settings.", valueName: "file")) var config: String?
    @Option(help: "The gateway. (default: http://127.0.0.1:8080)") var endpoint: String?
    @Flag(help: "Print the answer as JSON.") var json = false

    func run() async throws {
        let settings = try Settings(file: config, given: ["endpoint": endpoint])
        let gateway = try settings.endpoint()
        let sdk = CommandSDK.make(gateway: gateway)
        let response = try await sdk.customerTokenInfo(paymentToken: paymentToken)
        guard response.responseCode == APIResponseCode.APISuccess else {
            let words = "\(response.responseCode): \(Terminal.visible(response.responseDescription))"
            throw Refused("\(gateway.absoluteString) answers \(words)")
        }
        Terminal.print(json ? Self.json(response).text : CommandSDK.table(response.customerTokens))
    }

    private static func json(_ response: CustomerTokenInfoResponse) -> JSON {
        let tokens = response.customerTokens.map { token -> JSON in
            [
                "channelCode": .string(token.channelCode), "token": .string(token.token), "accountNo": .string(token.accountNo),
                "expiry": .string(token.expiry), "name": .string(token.name), "email": .string(token.email),
                "status": .string(token.status), "iconUrl": .string(token.iconUrl), "logoUrl": .string(token.logoUrl),
                "cardBrand": .string(token.cardBrand),
            ]
        }
        return [
            "responseCode": .string(response.responseCode), "responseDescription": .string(response.responseDescription),
            "customerTokens": .array(tokens),
        ]
    }
}

/// The client SDK as the command line uses it.
enum CommandSDK {
    static func make(gateway: URL, transport: any Transport = SystemTransport.make()) -> PGWSDK {
        let params = PGWSDKParamsBuilder(gateway: gateway)
            .clientId("openpgw-command-line").transport(transport).build()
        PGWSDK.initialize(params: params)
        return .shared
    }

    static func table(_ tokens: [CustomerTokenInfo]) -> String {
        let rows = tokens.map { token in
            [
                token.token, token.channelCode, token.cardBrand, token.accountNo, token.expiry, token.name, token.email,
                "\(token.status) \(token.tokenStatus)",
            ]
        }
        return Terminal.table(["token", "channel", "brand", "account", "expiry", "name", "email", "status"], rows)
    }
}
