/// One of 2C2P's gateways. A gateway of one's own is named by its address instead.
class APIEnvironment {
  static const String production = 'Production';
  static const String productionIndonesia = 'ProductionIndonesia';
  static const String sandbox = 'Sandbox';
}
