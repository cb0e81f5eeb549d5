// Lists a customer's stored cards by closures, the way the documented SDK is used.
//
//     ExampleCallbacks GATEWAY PAYMENTTOKEN

import Foundation
import PGW

@main
struct Callbacks {
    static func main() {
        guard CommandLine.arguments.count == 3, let gateway = URL(string: CommandLine.arguments[1]) else {
            print("usage: ExampleCallbacks GATEWAY PAYMENTTOKEN")
            exit(2)
        }
        let params: PGWSDKParams = PGWSDKParamsBuilder(gateway: gateway)
            .log(true)
            .build()
        PGWSDK.initialize(params: params)

        let paymentToken: String = CommandLine.arguments[2]
        let customerTokenInfoRequest: CustomerTokenInfoRequest = CustomerTokenInfoRequest(paymentToken: paymentToken)

        PGWSDK.shared.customerTokenInfo(
            customerTokenInfoRequest: customerTokenInfoRequest,
            { (response: CustomerTokenInfoResponse) in
                if response.responseCode == APIResponseCode.APISuccess {
                    for customerToken: CustomerTokenInfo in response.customerTokens {
                        print("\(customerToken.accountNo) \(customerToken.status)")
                    }
                    exit(0)
                } else {
                    print("\(response.responseCode) \(response.responseDescription)")
                    exit(1)
                }
            }
        ) { (error: NSError) in
            print("\(error.code) \(error.domain)")
            exit(1)
        }
        RunLoop.main.run()
    }
}
