internal import Foundation
internal import HTTPTransport
internal import Logging
internal import Payments
internal import ServiceLifecycle
internal import TokenVault

/// Sends what is in the outbox while the gateway runs: a merchant's notifications to one host one after the other, others at once. A host
/// that takes none is left alone for a while, and nobody else waits for it.
struct NotificationSender: Service {
    let outbox: Outbox
    let merchants: Merchants
    let transport: any Transport
    let isSandbox: Bool
    let logger: Logger

    /// How many are claimed at a time.
    private static let slice = 64

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask {
                    // For those of nodes that are gone, and of those who are to be asked again.
                    while !Task.isCancelled {
                        outbox.bell.ring()
                        try? await Task.sleep(for: .seconds(1))
                    }
                }
                let queues = Queues()
                for await _ in outbox.bell.rings {
                    for notice in await claimed(besides: await queues.left) where await queues.add(notice) {
                        group.addTask { await work(at: notice.queue, of: queues) }
                    }
                }
                group.cancelAll()
            }
        }
    }

    private func claimed(besides queues: [String]) async -> [Notice] {
        do {
            let notices = try await outbox.claim(besides: queues, limit: Self.slice)
            // There may be more.
            if notices.count == Self.slice { outbox.bell.ring() }
            return notices
        } catch {
            logger.error("notifications could not be read", metadata: ["error": "\(error)"])
            return []
        }
    }

    private func work(at queue: String, of queues: Queues) async {
        while let notice = await queues.first(of: queue) {
            let isTaken = await send(notice)
            // What waits behind one that nobody answers would not be answered either.
            if isTaken { await queues.removeFirst(of: queue) } else { await queues.pause(queue) }
        }
        // What has come for it meanwhile.
        outbox.bell.ring()
    }

    /// - Returns: Whether the host answered.
    private func send(_ notice: Notice) async -> Bool {
        guard outbox.isInTime(notice), !Task.isCancelled else { return false }
        do {
            guard let merchant = try await merchants.find(notice.merchant) else { return false }
            guard let receipt = try await receipt(notice, merchant) else { return false }
            try await outbox.record(receipt, of: notice)
            if case .taken = receipt {
            } else {
                logger.info(
                    "notification not taken",
                    metadata: [
                        "merchant": "\(notice.merchant)", "event": "\(notice.event)", "attempt": "\(notice.attempts + 1)",
                        "answer": "\(receipt)",
                    ])
            }
            if case .unreached = receipt { return false }
            return true
        } catch {
            logger.error(
                "notification failed",
                metadata: ["merchant": "\(notice.merchant)", "event": "\(notice.event)", "error": "\(error)"])
            return false
        }
    }

    /// - Returns: `nil` where the gateway ends amid it: it is sent again.
    private func receipt(_ notice: Notice, _ merchant: Merchant) async throws -> Receipt? {
        if notice.isLost { return .unwanted("lost on purpose: sim:webhook=never") }
        if let reason = NotificationAddress.objection(to: notice.url, isSandbox: isSandbox) {
            return .unwanted("backendReturnUrl \(reason)")
        }
        guard let url = URL(string: notice.url) else { return .unwanted("backendReturnUrl is not an address") }
        let message = try NotificationMessage(notice, of: merchant)
        let request = TransportRequest(
            url: url, headers: message.headers, body: message.body, timeout: Notice.limit, responseLimit: 64 * 1024,
            mayConnect: isSandbox ? nil : PublicAddress.isPublic)
        do throws(TransportError) {
            let answer = try await transport.send(request)
            switch answer.status {
            case 200..<300: return .taken("HTTP \(answer.status)")
            case 410: return .unwanted("HTTP 410")
            case 300..<400: return .failed("HTTP \(answer.status), and redirections are not followed")
            default: return .failed("HTTP \(answer.status)")
            }
        } catch {
            // Whoever has answered has taken it or not: nobody reads the rest.
            if error.reason == .cancelled { return nil }
            return .unreached("\(error)")
        }
    }

    /// What waits, by its queue; first in each what is being sent. One task works at a queue.
    private actor Queues {
        private var waiting: [String: ArraySlice<Notice>] = [:]
        private var paused: [String: ContinuousClock.Instant] = [:]

        private static let pause = Duration.seconds(5)

        /// Queues nothing more is wanted of: somebody works at them, or their host takes nothing.
        var left: [String] {
            paused = paused.filter { $0.value > .now }
            return Array(waiting.keys) + paused.keys
        }

        /// - Returns: Whether nobody works at the queue, and the caller is to.
        func add(_ notice: Notice) -> Bool {
            let isNew = waiting[notice.queue] == nil
            waiting[notice.queue, default: []].append(notice)
            return isNew
        }

        /// - Returns: `nil` where nothing waits, and nobody works at the queue any more.
        func first(of queue: String) -> Notice? {
            guard let first = waiting[queue]?.first else {
                waiting[queue] = nil
                return nil
            }
            return first
        }

        func removeFirst(of queue: String) { waiting[queue]?.removeFirst() }

        /// What waits is claimed again when its turn is over.
        func pause(_ queue: String) {
            waiting[queue] = []
            paused[queue] = .now + Self.pause
        }
    }
}
