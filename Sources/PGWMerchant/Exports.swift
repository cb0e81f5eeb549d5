// A backend imports `PGWMerchant` and has the messages and the transport with it.
@_exported public import HTTPTransport
@_exported public import PGWWire
