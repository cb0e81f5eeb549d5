// Written by Scripts/bindings.

/// Where a result is shared.
class PaymentNotificationPlatformCode {
  static const String facebook = 'FACEBOOK';
  static const String whatsApp = 'WHATSAPP';
  static const String weChat = 'WECHAT';
  static const String line = 'LINE';
  static const String email = 'EMAIL';
}
