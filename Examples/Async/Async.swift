// Lists a customer's stored cards with async and await.
//
//     ExampleAsync GATEWAY PAYMENTTOKEN

import Foundation
import PGW

@main
struct Async {
    static func main() async {
        guard CommandLine.arguments.count == 3, let gateway = URL(string: CommandLine.arguments[1]) else {
            print("usage: ExampleAsync GATEWAY PAYMENTTOKEN")
            exit(2)
        }
        PGWSDK.initialize(params: PGWSDKParamsBuilder(gateway: gateway).locale("en").build())

        let response: CustomerTokenInfoResponse
        do {
            response = try await PGWSDK.shared.customerTokenInfo(paymentToken: CommandLine.arguments[2])
        } catch {
            print(error)
            exit(1)
        }
        guard response.responseCode == APIResponseCode.APISuccess else {
            print("\(response.responseCode) \(response.responseDescription)")
            exit(1)
        }
        for card in response.customerTokens where card.tokenStatus != .expired {
            print("\(card.cardBrand) \(card.accountNo) \(card.tokenStatus)")
        }
    }
}
