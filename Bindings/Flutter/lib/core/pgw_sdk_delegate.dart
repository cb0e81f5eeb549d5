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

  /// The stored cards of a payment session: `paymentToken`; `clientId` and `locale` may be left out.
  Future<void> customerTokenInfo(Map<String, dynamic> request, Function(Map<String, dynamic>) response,
          Function(dynamic) error) =>
      _call('customerTokenInfo', request, (text) => response(jsonDecode(text)), error);

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
