// The smallest unit that a sample in Dart stands in: unit GATEWAY PAYMENTTOKEN

import 'package:pgw_sdk/core/pgw_sdk_delegate.dart';
import 'package:pgw_sdk/enum/api_response_code.dart';

String token = '';

void report(String words) {
  print(words);
}

void sample() {
@SAMPLE@
}

void main(List<String> arguments) async {
  token = arguments[1];
  await PGWSDK().initialize({'apiEnvironment': arguments[0]}, (error) => report('failed $error'));
  sample();
}
