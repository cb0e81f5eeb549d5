/// What a test waited for and did not come.
public struct NeverCame: Error {}

/// Waits until something is so: as long as it takes, up to a minute, which nothing here takes on any machine.
public func eventually(
    isolation: isolated (any Actor)? = #isolation, _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw NeverCame() }
        try await Task.sleep(for: .milliseconds(5))
    }
}
