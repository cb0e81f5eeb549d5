/// A stored property of a struct, written where it lies. The runtime interprets a key path anew each time it is used, and of a row of a table that
/// is most of its work.
struct StoredProperty<Root, Value>: Sendable {
    private let path: any WritableKeyPath<Root, Value> & Sendable
    /// Bytes from the beginning of the struct; `nil` for a property that is computed or observed.
    private let offset: Int?

    init(_ path: any WritableKeyPath<Root, Value> & Sendable) {
        self.path = path
        offset = MemoryLayout<Root>.offset(of: path)
    }

    func set(_ root: inout Root, _ value: Value) {
        guard let offset else { return root[keyPath: path] = value }
        withUnsafeMutablePointer(to: &root) { root in
            (UnsafeMutableRawPointer(root) + offset).assumingMemoryBound(to: Value.self).pointee = value
        }
    }
}
