internal import TokenVault

/// What is asked of the ``Writer``.
enum Change: Sendable {
    case one(Bound)
    /// Goes in one statement with others of its merchant.
    case insertion(TokenRecord, limit: Int?)

    var isOfTokens: Bool {
        switch self {
        case .one(let bound): [.updateToken, .deleteToken].contains(bound.statement)
        case .insertion: true
        }
    }

    func goesWith(_ other: Change) -> Bool {
        guard case .insertion(let record, let limit) = self, case .insertion(let otherRecord, let otherLimit) = other else {
            return false
        }
        return record.merchant == otherRecord.merchant && limit == otherLimit
    }

    /// The statement of changes that go together, at least one.
    static func bound(_ changes: [Change]) -> Bound {
        var records: [TokenRecord] = []
        var limit = Int.max
        for change in changes {
            switch change {
            case .one(let bound): return bound
            case .insertion(let record, let most):
                records.append(record)
                limit = most ?? .max
            }
        }
        func items(_ kind: Parameter.ItemKind, _ value: (TokenRecord) -> [UInt8]?) -> Parameter {
            .items(kind, records.map(value))
        }
        return Bound(
            .insertTokens, .text(records.first?.merchant), .integer(limit), .shorts(records.map { Bucket.of($0.token) }),
            .texts(records.map(\.token)), items(.integer) { bigEndian(Int64($0.version)) }, items(.bytes, \.face),
            items(.bytes, \.account), items(.bytes, \.fingerprint),
            items(.short) { $0.isOnlyOne ? bigEndian(Bucket.of($0.fingerprint)) : nil },
            items(.integer) { bigEndian(Int64($0.created.milliseconds)) })
    }
}
