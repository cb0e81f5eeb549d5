// A test imports `PGWTesting` and has both clients with it.
@_exported public import PGW
@_exported public import PGWMerchant
