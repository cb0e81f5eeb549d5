// An app imports `PGW` alone.
@_exported public import HTTPTransport
@_exported public import struct PGWWire.TokenStatus
