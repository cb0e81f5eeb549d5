/// The members of a JSON object, in the order they were written, each name once.
public struct JSONObject: Sendable, Equatable {
    public struct Member: Sendable, Equatable {
        public let name: String
        public var value: JSON

        public init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    public private(set) var members: [Member]

    public init() { members = [] }

    /// The caller has proven that the names are distinct.
    package init(distinct members: [Member]) { self.members = members }

    /// The value under a name. Setting `nil` removes the member; setting a new name appends it.
    public subscript(name: String) -> JSON? {
        get { members.first { $0.name == name }?.value }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The value under a name, whatever the case of its ASCII letters. For objects that were read with
    /// ``JSONLimits/foldsCase``, where there is one at most.
    public subscript(anyCase name: String) -> JSON? {
        self[name] ?? members.first { $0.name.isEqual(anyCase: name) }?.value
    }

    /// The same members sorted by name, at every depth: two objects that differ in order only become one.
    public var canonical: JSONObject {
        JSONObject(
            distinct:
                members
                .map { Member(name: $0.name, value: $0.value.canonical) }
                .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    }
}

extension JSON {
    var canonical: JSON {
        switch self {
        case .object(let object): .object(object.canonical)
        case .array(let items): .array(items.map(\.canonical))
        default: self
        }
    }
}
