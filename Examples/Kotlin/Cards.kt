// Lists a customer's stored cards from Kotlin: CardsKt GATEWAY PAYMENTTOKEN

import com.ccpp.pgw.sdk.android.builder.PGWSDKParamsBuilder
import com.ccpp.pgw.sdk.android.callback.APIResponseCallback
import com.ccpp.pgw.sdk.android.core.PGWSDK
import com.ccpp.pgw.sdk.android.enums.APIResponseCode
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoRequest
import com.ccpp.pgw.sdk.android.model.api.CustomerTokenInfoResponse
import java.util.concurrent.CountDownLatch
import kotlin.system.exitProcess

fun main(arguments: Array<String>) {
    if (arguments.size != 2) {
        println("usage: CardsKt GATEWAY PAYMENTTOKEN")
        exitProcess(2)
    }
    PGWSDK.initialize(PGWSDKParamsBuilder(arguments[0]).build())
    val answered = CountDownLatch(1)
    var status = 1
    PGWSDK.getInstance().customerTokenInfo(
        CustomerTokenInfoRequest(arguments[1]),
        object : APIResponseCallback<CustomerTokenInfoResponse> {
            override fun onResponse(response: CustomerTokenInfoResponse) {
                if (response.responseCode == APIResponseCode.APISuccess) {
                    for (card in response.customerTokens) println("${card.cardBrand} ${card.accountNo} ${card.status}")
                    status = 0
                } else {
                    println("${response.responseCode} ${response.responseDescription}")
                }
                answered.countDown()
            }

            override fun onFailure(error: Throwable) {
                println(error)
                answered.countDown()
            }
        })
    answered.await()
    exitProcess(status)
}
