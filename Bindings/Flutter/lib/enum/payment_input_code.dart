// Written by Scripts/bindings.

/// Whether a channel asks for something.
class PaymentInputCode {
  static const String mandatory = 'M';
  static const String optional = 'O';
  static const String ignore = 'I';
}
