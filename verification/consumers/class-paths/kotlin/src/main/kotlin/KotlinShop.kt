package com.example.shop

import cloud.finfusion.FinFusion
import cloud.finfusion.cache.CacheOptions
import cloud.finfusion.call.CallOptions
import cloud.finfusion.error.FinFusionException
import cloud.finfusion.model.Amount
import cloud.finfusion.model.CardParams
import cloud.finfusion.model.CardPaymentMethodParams
import cloud.finfusion.model.CustomerCreateParams
import cloud.finfusion.model.PaymentCreateParams
import java.net.URI
import java.time.Instant
import java.util.HexFormat
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

/** Does what Shop.java does. The arguments: URL, key, and a secret of webhooks. */
fun main(args: Array<String>) {
  val (url, key, secret) = args
  val client =
    FinFusion.builder()
      .apiKey(key)
      .baseUrl(URI.create(url))
      .retries(0)
      .cache(CacheOptions.builder().build())
      .webhookSecrets(secret)
      .build()
  client.use {
    for (each in listOf("lost", "timed-out", "unavailable")) println("$each=${outcome(it, each)}")
    val payment = it.payments().create(payment())
    println("payment=${payment.status()}")
    val ada = it.customers().create(CustomerCreateParams.builder().name("Ada").email("ada@example.com").build())
    repeat(2) { _ -> it.customers().retrieve(ada.id()) }
    println("cache=${it.cache().statistics().hits()}")
    println("async=${it.async().payments().retrieve(payment.id()).get() == payment}")
    val time = Instant.now().epochSecond.toString()
    val body = """{"id":"evt_1","type":"payment.succeeded","created":$time,"data":{"object":${payment.toJson()}}}"""
    val event = it.webhooks().constructEvent(body.toByteArray(), signature(secret, "$time.$body"), time)
    println("webhook=${event.id() == "evt_1"}")
  }
}

private fun payment(): PaymentCreateParams {
  val card = CardParams.builder().number("4242424242424242").expMonth(12).expYear(2034).build()
  return PaymentCreateParams.builder()
    .amount(Amount.ofMajor("10.00", "USD"))
    .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
    .build()
}

private fun outcome(client: FinFusion, key: String): String =
  try {
    client.payments().create(payment(), CallOptions.builder().idempotencyKey(key).build())
    "done"
  } catch (failed: FinFusionException) {
    failed.outcome().name
  }

private fun signature(secret: String, text: String): String {
  val mac = Mac.getInstance("HmacSHA256")
  mac.init(SecretKeySpec(secret.toByteArray(), "HmacSHA256"))
  return HexFormat.of().formatHex(mac.doFinal(text.toByteArray()))
}
