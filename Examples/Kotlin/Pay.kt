// Pays with a card from Kotlin, and stores it: PayKt GATEWAY PAYMENTTOKEN

import com.ccpp.pgw.sdk.android.builder.CardPaymentBuilder
import com.ccpp.pgw.sdk.android.builder.PGWSDKParamsBuilder
import com.ccpp.pgw.sdk.android.builder.TransactionResultRequestBuilder
import com.ccpp.pgw.sdk.android.callback.APIResponseCallback
import com.ccpp.pgw.sdk.android.core.PGWSDK
import com.ccpp.pgw.sdk.android.model.PaymentCode
import com.ccpp.pgw.sdk.android.model.api.TransactionResultResponse
import java.util.concurrent.CountDownLatch
import kotlin.system.exitProcess

fun main(arguments: Array<String>) {
    if (arguments.size != 2) {
        println("usage: PayKt GATEWAY PAYMENTTOKEN")
        exitProcess(2)
    }
    PGWSDK.initialize(PGWSDKParamsBuilder(arguments[0]).build())
    val answered = CountDownLatch(1)
    var status = 1
    val card = CardPaymentBuilder(PaymentCode("CC"), "4111111111111111")
        .expiryMonth(12).expiryYear(2039).securityCode("123").tokenize(true).build()
    val request = TransactionResultRequestBuilder(arguments[1]).with(card).build()
    PGWSDK.getInstance().proceedTransaction(request, object : APIResponseCallback<TransactionResultResponse> {
        override fun onResponse(response: TransactionResultResponse) {
            // 1000: the payer authenticates at the address in data. 2000: finished; the backend inquires how.
            println("${response.responseCode} ${response.responseDescription} ${response.data}")
            if (response.responseCode.first() in "12") status = 0
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
