import 'dart:convert';

import 'package:flutter/services.dart';

/// The client SDK. What goes through the channel is JSON both ways, as in `Bindings/C/openpgw.h`. A call that was not answered calls
/// `error` with a [PlatformException], whose code is the kind of failure and whose message is for people.
class PGWSDK {
  static final PGWSDK _shared = PGWSDK._();
  static const MethodChannel _channel = MethodChannel('org.openpgw.pgw_sdk');

  PGWSDK._();

  factory PGWSDK() => _shared;

  /// Sets the SDK up: `apiEnvironment`, an `APIEnvironment` or the address of a gateway; `clientId`, `locale`, `log`.
  Future<void> initialize(Map<String, dynamic> request, Function(dynamic) error) =>
      _call('initialize', request, (_) {}, error);

  /// The identifier of this installation.
  Future<void> clientId(Function(String) response, Function(dynamic) error) =>
      _call('clientId', null, response, error);

  /// The set-up: `apiEnvironment`, `gateway`, `clientId`, `locale`, `log`.
  Future<void> configuration(Function(Map<String, dynamic>) response, Function(dynamic) error) =>
      _call('configuration', null, (text) => response(jsonDecode(text)), error);

  /// The stored cards of a payment session: `paymentToken`; `clientId` and `locale` may be left out, of this call and of each that follows.
  Future<void> customerTokenInfo(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('customerTokenInfo', request, (text) => response(jsonDecode(text)), error);

  /// With what a session can be paid: `paymentToken`.
  Future<void> paymentOption(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('paymentOption', request, (text) => response(jsonDecode(text)), error);

  /// The channels of a group: `paymentToken`, `categoryCode`, `groupCode`.
  Future<void> paymentOptionDetail(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('paymentOptionDetail', request, (text) => response(jsonDecode(text)), error);

  /// Begins a payment: `paymentToken`, and `payment` with its `code` and `data`. After a failure nobody knows whether it was made: ask for
  /// its status.
  Future<void> proceedTransaction(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('proceedTransaction', request, (text) => response(jsonDecode(text)), error);

  /// How far a payment is: `paymentToken`, `additionalInfo`. `2000` says that it is finished, not that it was paid.
  Future<void> transactionStatus(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('transactionStatus', request, (text) => response(jsonDecode(text)), error);

  /// Cancels a payment that is not finished: `paymentToken`.
  Future<void> cancelTransaction(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('cancelTransaction', request, (text) => response(jsonDecode(text)), error);

  /// In which other currencies a session may be paid: `paymentToken`, `bin`.
  Future<void> exchangeRate(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('exchangeRate', request, (text) => response(jsonDecode(text)), error);

  /// What is known of the payer's choices: `paymentToken`.
  Future<void> userPreference(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('userPreference', request, (text) => response(jsonDecode(text)), error);

  /// The languages of the gateway's pages: nothing.
  Future<void> systemInitialization(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('systemInitialization', request, (text) => response(jsonDecode(text)), error);

  /// Shares a result: `paymentToken`, `platform`, `recipientId`, `recipientName`.
  Future<void> paymentNotification(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('paymentNotification', request, (text) => response(jsonDecode(text)), error);

  /// What a payer's points are worth: `paymentToken`, `providerId`.
  Future<void> loyaltyPointInfo(Map<String, dynamic> request, PGWResponse response, Function(dynamic) error) =>
      _call('loyaltyPointInfo', request, (text) => response(jsonDecode(text)), error);

  static Future<void> _call(String method, Map<String, dynamic>? request, Function(String) response,
      Function(dynamic) error) async {
    String text;
    try {
      text = await _channel.invokeMethod<String>(method, request == null ? null : jsonEncode(request)) ?? '';
    } catch (problem) {
      error(problem);
      return;
    }
    // Outside: what an app's own callback throws is no failure of the call.
    response(text);
  }
}

/// Receives an answer, each member by its name in the SDK.
typedef PGWResponse = Function(Map<String, dynamic> response);
