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
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderFieldSize = responder.limits.headers
            limits.maxHeaderListSize = responder.limits.headers
            limits.maxHeaderFieldCount = responder.limits.headerCount
            // A decoder and no encoder: an answer goes out as the bytes it is.
            let decoder = HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: limits)
            try channel.pipeline.syncOperations.addHandlers(
                ByteToMessageHandler(decoder), Connection(responder: responder, loop: channel.eventLoop))
            return Value(channel: channel)
        }
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
