// Lists a customer's stored cards from an app in Flutter.

import 'package:pgw_sdk/core/pgw_sdk_delegate.dart';
import 'package:pgw_sdk/enum/api_response_code.dart';

Future<void> listCards(String gateway, String paymentToken) async {
  await PGWSDK().initialize({'apiEnvironment': gateway}, (error) => print('$error'));
  await PGWSDK().customerTokenInfo({'paymentToken': paymentToken}, (response) {
    if (response['responseCode'] == APIResponseCode.apiSuccess) {
      for (final card in response['customerTokens']) print('${card['cardBrand']} ${card['accountNo']} ${card['status']}');
    } else {
      print('${response['responseCode']} ${response['responseDescription']}');
    }
  }, (error) => print('$error'));
}
