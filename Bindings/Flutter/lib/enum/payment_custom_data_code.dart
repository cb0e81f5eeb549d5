// Written by Scripts/bindings.

/// What a `PaymentCustomData` is.
class PaymentCustomDataCode {
  static const String text = 'T';
  static const String image = 'I';
  static const String url = 'U';
  static const String file = 'F';
}
