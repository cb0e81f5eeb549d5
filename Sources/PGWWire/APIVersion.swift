/// A generation of the API, the segment of the path after `/payment/` (protocol.md §0).
public enum APIVersion: String, Sendable, CaseIterable {
    case v41 = "4.1"
    case v42 = "4.2"
    /// The canonical one.
    case v43 = "4.3"
}
