// What the plugin uses of Flutter, for a Dart SDK without Flutter: a channel whose other end knows three payment tokens.

import 'dart:convert';

class PlatformException implements Exception {
  final String code;
  final String? message;

  PlatformException({required this.code, this.message});

  @override
  String toString() => 'PlatformException($code, $message, null, null)';
}

class MethodChannel {
  final String name;

  const MethodChannel(this.name);

  Future<T?> invokeMethod<T>(String method, [dynamic arguments]) async {
    if (method == 'initialize') return '{}' as T;
    switch (jsonDecode(arguments as String)['paymentToken']) {
      case 'nobody':
        throw PlatformException(code: '5', message: 'The payment gateway cannot be reached.');
      case 'nonsense':
        return '{"responseCode":"9040","responseDescription":"","paymentToken":"","customerTokens":[]}' as T;
      default:
        return '{"responseCode":"0000","responseDescription":"","paymentToken":"","customerTokens":[{"token":"t"}]}' as T;
    }
  }
}
