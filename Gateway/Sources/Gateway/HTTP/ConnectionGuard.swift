internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Keeps a connection honest: a request must arrive whole in time, and an answer that says `Connection: close` is the last.
///
/// Whoever sends slowly, be it headers or body, is answered 408 once, and the connection is closed.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// What is happening on the connection.
    private enum Phase {
        /// Nothing was asked yet, or everything was answered.
        case waiting
        /// A request has begun to arrive.
        case reading
        /// A request is here, its answer is not.
        case answering
        /// The last answer was written.
        case closing
    }

    private let timeout: TimeAmount
    private var phase = Phase.waiting
    private var closesAfterAnswer = false
    private var deadline: Scheduled<Void>?
    private static let linger = TimeAmount.seconds(1)

    init(timeout: TimeAmount) { self.timeout = timeout }

    func handlerAdded(context: ChannelHandlerContext) { schedule(timeout, context) }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), phase) {
        case (.head, .waiting): phase = .reading
        case (.end, .reading):
            phase = .answering
            deadline?.cancel()
        case (.end, .closing): context.close(promise: nil)
        default: break
        }
        // What still arrives on a connection that is closing is read and dropped.
        if phase != .closing { context.fireChannelRead(data) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if phase == .closing { context.read() }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if phase == .closing { return promise?.fail(ChannelError.outputClosed) ?? () }
            closesAfterAnswer = head.headerFields[.connection] == "close"
            context.write(data, promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            context.write(data, promise: promise)
            closesAfterAnswer ? finish(context) : nextRequest(context)
        }
    }

    private func nextRequest(_ context: ChannelHandlerContext) {
        phase = .waiting
        deadline?.cancel()
        schedule(timeout, context)
    }

    /// Closes the outgoing half and lets the caller read the answer before the whole connection goes: closing at once, with
    /// bytes of the request unread, would reset the connection and lose the answer.
    private func finish(_ context: ChannelHandlerContext) {
        phase = .closing
        deadline?.cancel()
        context.flush()
        context.close(mode: .output, promise: nil)
        context.read()
        schedule(Self.linger, context)
    }

    private func schedule(_ delay: TimeAmount, _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: delay) {
            bound.value.handler.deadlinePassed(bound.value.context)
        }
    }

    private func deadlinePassed(_ context: ChannelHandlerContext) {
        switch phase {
        case .waiting, .closing: context.close(promise: nil)
        case .answering: break
        case .reading:
            let head = HTTPResponse(
                status: .requestTimeout,
                headerFields: [.connection: "close", .contentLength: "0", .cacheControl: "no-store"])
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.end(nil)), promise: nil)
            finish(context)
        }
    }
}
