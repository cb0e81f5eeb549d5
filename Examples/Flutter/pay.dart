// Pays with a card from an app in Flutter, and stores it.

import 'package:pgw_sdk/core/pgw_sdk_delegate.dart';

Future<void> pay(String gateway, String paymentToken) async {
  await PGWSDK().initialize({'apiEnvironment': gateway}, (error) => print('$error'));
  final payment = {
    'code': {'channelCode': 'CC'},
    'data': {'cardNo': '4111111111111111', 'expiryMonth': 12, 'expiryYear': 2039, 'securityCode': '123', 'tokenize': true},
  };
  await PGWSDK().proceedTransaction({'paymentToken': paymentToken, 'payment': payment}, (response) {
    // 1000: the payer authenticates at the address in data. 2000: finished; the backend inquires how.
    print('${response['responseCode']} ${response['responseDescription']} ${response['data']}');
  }, (error) => print('$error'));
}
