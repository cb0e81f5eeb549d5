// For whoever has a Flutter SDK: flutter test. This project's own checks have none, and have not run it.

import 'dart:convert';

import 'package:flutter/services.dart';
import 'package:flutter_test/flutter_test.dart';
import 'package:pgw_sdk/core/pgw_sdk_delegate.dart';
import 'package:pgw_sdk/enum/api_environment.dart';
import 'package:pgw_sdk/enum/api_response_code.dart';

void main() {
  TestWidgetsFlutterBinding.ensureInitialized();
  const MethodChannel channel = MethodChannel('org.openpgw.pgw_sdk');
  final messenger = TestDefaultBinaryMessengerBinding.instance.defaultBinaryMessenger;

  test('stored cards arrive', () async {
    messenger.setMockMethodCallHandler(channel, (call) async {
      if (call.method == 'initialize') return '{}';
      expect(jsonDecode(call.arguments as String), {'paymentToken': 'tok'});
      return '{"responseCode":"0000","responseDescription":"Success","paymentToken":"tok",'
          '"customerTokens":[{"token":"t","accountNo":"411111XXXXXX1111"}]}';
    });
    await PGWSDK().initialize({'apiEnvironment': APIEnvironment.sandbox}, (error) => fail('$error'));
    String? account;
    await PGWSDK().customerTokenInfo({'paymentToken': 'tok'}, (response) {
      expect(response['responseCode'], APIResponseCode.apiSuccess);
      account = response['customerTokens'][0]['accountNo'];
    }, (error) => fail('$error'));
    expect(account, '411111XXXXXX1111');
  });

  test('a call that was not answered is an error with its code', () async {
    messenger.setMockMethodCallHandler(
        channel, (call) async => throw PlatformException(code: '5', message: 'The payment gateway cannot be reached.'));
    PlatformException? problem;
    await PGWSDK().customerTokenInfo({'paymentToken': 'tok'}, (response) => fail('$response'), (error) => problem = error);
    expect(problem?.code, '5');
  });
}
