internal import Foundation
internal import HTTPTransport
internal import Logging
internal import Payments
internal import ServiceLifecycle
internal import TokenVault

/// Sends what is in the outbox while the gateway runs: a merchant's notifications one after the other, those of different merchants at
/// once, so that one who is slow keeps no other waiting.
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
                    for notice in await claimed() where await queues.add(notice) {
                        group.addTask {
                            var sent: Notice?
                            while let next = await queues.next(of: notice.merchant, after: sent) {
                                await send(next)
                                sent = next
                            }
                        }
                    }
                }
                group.cancelAll()
            }
        }
    }

    private func claimed() async -> [Notice] {
        var notices: [Notice] = []
        do {
            while true {
                let slice = try await outbox.claim(limit: Self.slice)
                notices += slice
                if slice.count < Self.slice { return notices }
            }
        } catch {
            logger.error("notifications could not be read", metadata: ["error": "\(error)"])
            return notices
        }
    }

    private func send(_ notice: Notice) async {
        guard outbox.isInTime(notice), !Task.isCancelled else { return }
        do {
            guard let merchant = try await merchants.find(notice.merchant) else { return }
            guard let receipt = try await receipt(notice, merchant) else { return }
            try await outbox.record(receipt, of: notice)
            guard case .taken = receipt else {
                return logger.info(
                    "notification not taken",
                    metadata: [
                        "merchant": "\(notice.merchant)", "event": "\(notice.event)", "attempt": "\(notice.attempts + 1)",
                        "answer": "\(receipt)",
                    ])
            }
        } catch {
            logger.error(
                "notification failed",
                metadata: ["merchant": "\(notice.merchant)", "event": "\(notice.event)", "error": "\(error)"])
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
            return .failed("\(error)")
        }
    }

    /// What waits of each merchant, first what is being sent. One task works at a queue.
    private actor Queues {
        private var waiting: [String: [Notice]] = [:]

        /// - Returns: Whether nobody works at the merchant's queue, and the caller is to.
        func add(_ notice: Notice) -> Bool {
            let isNew = waiting[notice.merchant] == nil
            // Claimed again, as a sandbox's clock was turned.
            if waiting[notice.merchant]?.contains(where: { $0.event == notice.event }) == true { return false }
            waiting[notice.merchant, default: []].append(notice)
            return isNew
        }

        func next(of merchant: String, after sent: Notice?) -> Notice? {
            if sent != nil { waiting[merchant]?.removeFirst() }
            guard let next = waiting[merchant]?.first else {
                waiting[merchant] = nil
                return nil
            }
            return next
        }
    }
}
