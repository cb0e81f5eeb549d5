// Pays with a card, and stores it; the payer authenticates where the gateway asks for it.
//
//     ExamplePay GATEWAY PAYMENTTOKEN

import Foundation
import PGW

@main
struct Pay {
    static func main() async {
        guard CommandLine.arguments.count == 3, let gateway = URL(string: CommandLine.arguments[1]) else {
            print("usage: ExamplePay GATEWAY PAYMENTTOKEN")
            exit(2)
        }
        let paymentToken = CommandLine.arguments[2]
        PGWSDK.initialize(params: PGWSDKParamsBuilder(gateway: gateway).build())
        do {
            let card = CardPaymentBuilder(paymentCode: PaymentCode(channelCode: "CC"), "4111111111111111")
                .expiryMonth(12).expiryYear(2039).securityCode("123").tokenize(true).build()
            let request = TransactionResultRequestBuilder(paymentToken: paymentToken).with(card).build()
            let outcome = try await PGWSDK.shared.payment(request) { step in
                if case .authenticate(let address, _) = step { await showWebView(address) }
            }
            switch outcome {
            case .finished(let status):
                let info = status.additionalInfo
                print(
                    "finished: \(info.transactionInfo.data) \(info.resultInfo.responseCode) \(info.resultInfo.responseDescription)"
                )
            case .pending(let result): print("pending: \(result.data)")
            case .refused(let code, let description):
                print("refused: \(code) \(description)")
                exit(1)
            }
        } catch {
            print(error)
            exit(1)
        }
    }

    /// An app shows a web view, and returns when ``PGWWebViewNavigationDelegate`` says that it came back.
    private static func showWebView(_ address: String) async {
        print("Authenticate at \(address) (one-time password 123456), and press return.")
        _ = readLine()
    }
}
