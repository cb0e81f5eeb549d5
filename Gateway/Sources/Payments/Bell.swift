/// Rings when there is something to do, for one who waits for it. Several rings before anybody listens are one.
public final class Bell: Sendable {
    /// For one listener.
    public let rings: AsyncStream<Void>
    private let rope: AsyncStream<Void>.Continuation

    public init() { (rings, rope) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1)) }

    public func ring() { rope.yield() }
}
