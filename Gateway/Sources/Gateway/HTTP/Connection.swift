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
        /// A request has begun to arrive; what there is of its body lies in ``body``.
        case reading(HTTPRequestHead)
        /// A request is here, its answer is not.
        case answering
        /// The last answer was written. The rest of its request is read and dropped.
        case draining
        /// The last answer was written, and nothing is read any more.
        case closing
    }

    private enum Arrival {
        case part(HTTPServerRequestPart)
        /// Bytes that are no HTTP, or too much of it.
        case nonsense(HTTPParserError)
        case endOfInput
    }

    private let responder: Responder
    private let opening: Opening
    private let executor: EventLoopExecutor
    private let readTimeout: TimeAmount
    private let idleTimeout: TimeAmount
    private var phase = Phase.waiting
    /// Apart from ``phase``, so that what arrives is appended in place.
    private var body = ByteBuffer()
    private var parts = 0
    /// Whether the caller does not take its answers: nothing more is asked of it, or done for it, until it has.
    private var isStalled = false
    /// What was read while an answer was being made, or not taken.
    private var ahead: CircularBuffer<Arrival> = []
    /// Whether nothing is read from the socket for now.
    private var isPaused = false
    private var isTakingUp = false
    /// Whether the next answer is the last: the gateway stops, or the caller sends no more.
    private var isEnding = false
    private var deadline = NIODeadline.distantFuture
    private var alarm: Scheduled<Void>?

    /// A body in more pieces than this is made to cost more than it says.
    private static let partLimit = 4096

    init(responder: Responder, opening: Opening, loop: any EventLoop) {
        self.responder = responder
        self.opening = opening
        self.executor = EventLoopExecutor(loop)
        self.readTimeout = TimeAmount(responder.limits.readTimeout)
        self.idleTimeout = TimeAmount(responder.limits.idleTimeout)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        opening.onBegin = { [unowned self] in
            if case .waiting = phase { deadline = now + readTimeout }
        }
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    /// The connection's time begins when it is one: between the set-up and that lie other threads, which may be busy.
    private func begin(_ context: ChannelHandlerContext) {
        deadline = now + idleTimeout
        setAlarm(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        alarm?.cancel()
        opening.onBegin = {}
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { arrived(context, .part(unwrapInboundIn(data))) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? HTTPParserError {
            arrived(context, .nonsense(error))
        } else {
            context.close(promise: nil)
        }
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
        if case .answering = phase { return hold(context, arrival) }
        if isStalled { return hold(context, arrival) }
        take(context, arrival)
    }

    private func hold(_ context: ChannelHandlerContext, _ arrival: Arrival) {
        pauseReading(context)
        ahead.append(arrival)
    }

    private func pauseReading(_ context: ChannelHandlerContext) {
        if isPaused { return }
        isPaused = true
        try? context.channel.syncOptions?.setOption(.autoRead, value: false)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable, isStalled {
            isStalled = false
            deadline = now + idleTimeout
            if case .waiting = phase { takeUp(context) }
        }
        context.fireChannelWritabilityChanged()
    }

    /// Goes on with what arrived during the last answer. An answer that is made at once comes back here; one loop serves all.
    private func takeUp(_ context: ChannelHandlerContext) {
        guard isPaused, !isTakingUp, !isStalled else { return }
        isTakingUp = true
        defer { isTakingUp = false }
        while !ahead.isEmpty {
            if case .answering = phase { return }
            if isStalled { return }
            if case .closing = phase { return ahead.removeAll() }
            take(context, ahead.removeFirst())
        }
        isPaused = false
        try? context.channel.syncOptions?.setOption(.autoRead, value: true)
    }

    private func take(_ context: ChannelHandlerContext, _ arrival: Arrival) {
        switch (arrival, phase) {
        case (.part(.head(let head)), .waiting):
            if let objection = HeadRules.objection(to: head, bodyLimit: responder.limits.body) {
                return refuse(context, objection, head)
            }
            if head.version != .http1_0, head.headers.contains(name: "expect") {
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
            }
            phase = .reading(head)
            // Of a request that was sent ahead, this is the first that is seen.
            deadline = min(deadline, now + readTimeout)
            body = ByteBuffer()
            parts = 0
        case (.part(.body(var part)), .reading(let head)):
            parts += 1
            guard body.readableBytes + part.readableBytes <= responder.limits.body, parts <= Self.partLimit else {
                return refuse(context, .tooLarge(responder.limits), head)
            }
            if body.readableBytes == 0 { body = part } else { body.writeBuffer(&part) }
        case (.part(.end), .reading(let head)):
            phase = .answering
            // What was read is the request's alone: it is gone when that is.
            let whole = body
            body = ByteBuffer()
            answer(context, head, whole)
        case (.endOfInput, .waiting): closeOnceWritten(context, ByteBuffer())
        case (.part(.end), .draining), (.endOfInput, .reading), (.endOfInput, .draining): context.close(promise: nil)
        case (.nonsense(let error), .waiting), (.nonsense(let error), .reading):
            refuse(context, .unreadable(error, opening, responder.limits))
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
        let (responder, method, uri, origin) = (responder, head.method, head.uri, origin(head))
        // An HTTP/1.0 caller is not told that its connection lives on; after CONNECT the decoder reads no more requests.
        let isLast = !head.isKeepAlive || head.version == .http1_0 || method == .CONNECT
        executor.run {
            let answer = await responder.answer(method.rawValue, uri, Array(buffer: body), origin: origin)
            let (connection, context) = bound.value
            connection.write(
                context, answer, isLast: isLast || connection.isEnding || responder.draining.isUnderWay, isHead: method == .HEAD)
            connection.takeUp(context)
        }
    }

    /// - Parameter head: The request's, where there is one.
    private func refuse(_ context: ChannelHandlerContext, _ objection: HeadRules.Objection, _ head: HTTPRequestHead? = nil) {
        write(
            context, responder.refusal(objection, origin: head.flatMap(origin)), isLast: true, isHead: head?.method == .HEAD)
    }

    /// The page a browser asks for, where that matters.
    private func origin(_ head: HTTPRequestHead) -> String? {
        responder.crossOrigin.isOn ? head.headers.first(name: "origin") : nil
    }

    private func write(_ context: ChannelHandlerContext, _ answer: Answered, isLast: Bool, isHead: Bool) {
        guard context.channel.isActive else { return }
        if answer.isLost {
            context.close(promise: nil)
            return phase = .closing
        }
        let bytes = answer.bytes(isLast: isLast, isHead: isHead)
        // Whoever goes on sending after the last answer is not listened to for long.
        if isLast { deadline = now + min(readTimeout, .seconds(5)) }
        switch (isLast, phase) {
        case (false, _):
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
            phase = .waiting
            opening.next()
            isStalled = !context.channel.isWritable
            // Whoever does not take an answer is not merely idle.
            deadline = now + (isStalled ? readTimeout : idleTimeout)
            if isStalled { pauseReading(context) }
        case (true, .answering):
            closeOnceWritten(context, bytes)
        case (true, _):
            // Closing with bytes of the request unread would reset the connection, and lose the answer.
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
            context.close(mode: .output, promise: nil)
            context.read()
            phase = .draining
        }
    }

    /// Closes the connection behind the last bytes: closing at once would drop what is still to be written.
    private func closeOnceWritten(_ context: ChannelHandlerContext, _ bytes: ByteBuffer) {
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: written)
        phase = .closing
    }

    // MARK: Time

    private var now: NIODeadline { executor.loop.now }

    /// One alarm a connection, not one a request: when it rings early, it is set again.
    private func setAlarm(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((connection: self, context: context), eventLoop: context.eventLoop)
        // A request that begins, or an answer, brings the deadline nearer than it was when the alarm was set.
        alarm = context.eventLoop.scheduleTask(deadline: min(deadline, now + min(readTimeout, idleTimeout))) {
            let (connection, context) = bound.value
            if case .answering = connection.phase { connection.deadline = connection.now + connection.readTimeout }
            if connection.deadline <= connection.now { connection.deadlinePassed(context) }
            if context.channel.isActive { connection.setAlarm(context) }
        }
    }

    private func deadlinePassed(_ context: ChannelHandlerContext) {
        switch phase {
        case .waiting where opening.isAmidRequest && !isStalled: refuse(context, .tooLate)
        case .waiting, .draining, .closing: context.close(promise: nil)
        case .reading(let head): refuse(context, .tooLate, head)
        case .answering: break
        }
    }
}
