// The smallest unit that a sample in Swift stands in: unit GATEWAY PAYMENTTOKEN

import Foundation
import PGW

let token = CommandLine.arguments[2]

func report(_ words: String) {
    print(words)
    exit(0)
}

func sample() {
@SAMPLE@
}

PGWSDK.initialize(params: PGWSDKParamsBuilder(gateway: URL(string: CommandLine.arguments[1])!).build())
sample()
RunLoop.main.run()
