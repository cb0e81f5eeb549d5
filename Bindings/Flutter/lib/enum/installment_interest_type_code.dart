// Written by Scripts/bindings.

/// Who pays the interest of instalments.
class InstallmentInterestTypeCode {
  static const String customer = 'C';
  static const String merchant = 'M';
}
