internal import NIOCore
internal import NIOHTTP1

/// One connection: gathers each request whole, has it answered, writes the answer.
///
/// It keeps the caller honest. A request that is not here in time is answered 408, one that is too large 413, one that is no
/// HTTP 400; each of these answers is the connection's last. Requests sent ahead wait, and nothing more is read meanwhile.
///
/// Everything about a connection happens on its event loop: a request that needs no waiting is answered without a change of
/// thread.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = ByteBuffer

    /// What is happening on the connection.
    private enum Phase {
        /// Nothing was asked yet, or everything was answered.
        case waiting
        /// A request has begun to arrive.
        case reading(HTTPRequestHead, ByteBuffer)
        /// A request is here, its answer is not.
        case answering
        /// The last answer was written. The rest of its request is read and dropped.
        case draining
        /// The last answer was written, and nothing is read any more.
        case closing
    }

    private enum Arrival {
        case part(HTTPServerRequestPart)
        /// Bytes that are no HTTP.
        case nonsense
        case endOfInput
    }

    private let responder: Responder
    private let executor: EventLoopExecutor
    private let readTimeout: TimeAmount
    private var phase = Phase.waiting
    /// What was read while an answer was being made.
    private var ahead: CircularBuffer<Arrival> = []
    private var isTakingUp = false
    /// Whether the next answer is the last: the gateway stops, or the caller sends no more.
    private var isEnding = false
    private var deadline = NIODeadline.distantFuture
    private var alarm: Scheduled<Void>?

    init(responder: Responder, loop: any EventLoop) {
        self.responder = responder
        self.executor = EventLoopExecutor(loop)
        self.readTimeout = TimeAmount(responder.limits.readTimeout)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        deadline = .now() + readTimeout
        setAlarm(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) { alarm?.cancel() }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { arrived(context, .part(unwrapInboundIn(data))) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is HTTPParserError { arrived(context, .nonsense) } else { context.close(promise: nil) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed: arrived(context, .endOfInput)
        case is ChannelShouldQuiesceEvent:
            isEnding = true
            if case .waiting = phase { context.close(promise: nil) }
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func arrived(_ context: ChannelHandlerContext, _ arrival: Arrival) {
        if case .answering = phase {
            if ahead.isEmpty { try? context.channel.syncOptions?.setOption(.autoRead, value: false) }
            ahead.append(arrival)
        } else {
            take(context, arrival)
        }
    }

    /// Goes on with what arrived during the last answer. An answer that is made at once comes back here; one loop serves all.
    private func takeUp(_ context: ChannelHandlerContext) {
        guard !isTakingUp, !ahead.isEmpty else { return }
        isTakingUp = true
        defer { isTakingUp = false }
        while !ahead.isEmpty {
            if case .answering = phase { return }
            if case .closing = phase { return ahead.removeAll() }
            take(context, ahead.removeFirst())
        }
        try? context.channel.syncOptions?.setOption(.autoRead, value: true)
    }

    private func take(_ context: ChannelHandlerContext, _ arrival: Arrival) {
        switch (arrival, phase) {
        case (.part(.head(let head)), .waiting):
            if let length = head.headers.first(name: "content-length").flatMap(Int.init), length > responder.limits.body {
                return refuse(context, .payloadTooLarge)
            }
            if head.headers.first(name: "expect")?.lowercased() == "100-continue" {
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
            }
            phase = .reading(head, ByteBuffer())
        case (.part(.body(var part)), .reading(let head, var body)):
            guard body.readableBytes + part.readableBytes <= responder.limits.body else {
                return refuse(context, .payloadTooLarge)
            }
            if body.readableBytes == 0 { body = part } else { body.writeBuffer(&part) }
            phase = .reading(head, body)
        case (.part(.end), .reading(let head, let body)):
            phase = .answering
            answer(context, head, body)
        case (.part(.end), .draining), (.endOfInput, .waiting), (.endOfInput, .reading), (.endOfInput, .draining):
            context.close(promise: nil)
        case (.nonsense, .waiting), (.nonsense, .reading): refuse(context, .badRequest)
        default: break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if case .draining = phase { context.read() }
        context.fireChannelReadComplete()
    }

    // MARK: Answers

    private func answer(_ context: ChannelHandlerContext, _ head: HTTPRequestHead, _ body: ByteBuffer) {
        let bound = NIOLoopBound((connection: self, context: context), eventLoop: context.eventLoop)
        let responder = responder
        executor.run {
            let answer = await responder.answer(head.method.rawValue, head.uri, Array(buffer: body))
            let (connection, context) = bound.value
            let isLast = !head.isKeepAlive || connection.isEnding
            connection.write(context, answer, isLast: isLast, isHead: head.method == .HEAD)
            connection.takeUp(context)
        }
    }

    private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponseStatus) {
        write(context, responder.refusal(Int(status.code)), isLast: true, isHead: false)
    }

    private func write(_ context: ChannelHandlerContext, _ answer: Answered, isLast: Bool, isHead: Bool) {
        guard context.channel.isActive else { return }
        let bytes = wrapOutboundOut(answer.bytes(isLast: isLast, isHead: isHead))
        deadline = .now() + readTimeout
        switch (isLast, phase) {
        case (false, _):
            context.writeAndFlush(bytes, promise: nil)
            phase = .waiting
        case (true, .answering):
            let written = context.eventLoop.makePromise(of: Void.self)
            written.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
            context.writeAndFlush(bytes, promise: written)
            phase = .closing
        case (true, _):
            // Closing with bytes of the request unread would reset the connection, and lose the answer.
            context.writeAndFlush(bytes, promise: nil)
            context.close(mode: .output, promise: nil)
            context.read()
            phase = .draining
        }
    }

    // MARK: Time

    /// One alarm a connection, not one a request: when it rings early, it is set again.
    private func setAlarm(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((connection: self, context: context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(deadline: deadline) {
            let (connection, context) = bound.value
            if case .answering = connection.phase { connection.deadline = .now() + connection.readTimeout }
            if connection.deadline <= .now() { connection.deadlinePassed(context) }
            if context.channel.isActive { connection.setAlarm(context) }
        }
    }

    private func deadlinePassed(_ context: ChannelHandlerContext) {
        switch phase {
        case .waiting, .draining, .closing: context.close(promise: nil)
        case .reading: refuse(context, .requestTimeout)
        case .answering: break
        }
    }
}
