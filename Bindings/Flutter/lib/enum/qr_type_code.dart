// Written by Scripts/bindings.

/// What a code to scan is sent as.
class QRTypeCode {
  static const String raw = 'RAW';
  static const String base64 = 'BASE64';
  static const String url = 'URL';
}
