internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// What the server sets up for each connection it accepts.
struct HTTPChannel: ServerChildChannel {
    /// A connection that is open.
    struct Value: ServerChildChannelValue {
        let channel: any Channel
    }

    let responder: Responder

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            // A decoder and no encoder: an answer goes out as the bytes it is.
            let opening = Opening()
            try channel.pipeline.syncOperations.addHandlers(
                opening, Self.decoder(responder.limits),
                Connection(responder: responder, opening: opening, loop: channel.eventLoop))
            return Value(channel: channel)
        }
    }

    private static func decoder(_ limits: GatewayConfiguration.Limits) -> ByteToMessageHandler<HTTPRequestDecoder> {
        var configuration = NIOHTTPDecoderLimitConfiguration()
        configuration.maxHeaderFieldSize = limits.headers
        configuration.maxHeaderListSize = limits.headers
        configuration.maxHeaderFieldCount = limits.headerCount
        return ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: configuration))
    }

    /// Returns when the connection is closed; closes it when the server may wait no longer.
    func handle(value: Value, logger: Logger) async {
        await withTaskCancellationHandler {
            try? await value.channel.closeFuture.get()
        } onCancel: {
            value.channel.close(promise: nil)
        }
    }
}
