// The smallest unit that a sample in Kotlin stands in: UnitKt GATEWAY PAYMENTTOKEN

import com.ccpp.pgw.sdk.android.builder.PGWSDKParamsBuilder
import com.ccpp.pgw.sdk.android.callback.APIResponseCallback
import com.ccpp.pgw.sdk.android.core.PGWSDK
import com.ccpp.pgw.sdk.android.enums.APIResponseCode
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoRequest
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse
import java.util.concurrent.CountDownLatch

val answered = CountDownLatch(1)
var token = ""

fun report(words: String) {
    println(words)
    answered.countDown()
}

fun main(arguments: Array<String>) {
    token = arguments[1]
    PGWSDK.initialize(PGWSDKParamsBuilder(arguments[0]).build())
    sample()
    answered.await()
}

fun sample() {
@SAMPLE@
}
