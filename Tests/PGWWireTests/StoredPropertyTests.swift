import Testing

@testable import PGWWire

@Suite("Stored properties")
struct StoredPropertyTests {
    private struct Sample: Equatable {
        var flag = false
        var text: String?
        var list: [String] = ["a"]
        var number = 7
        var part = Part()
        /// Not stored: its path has no place.
        var doubled: Int {
            get { number * 2 }
            set { number = newValue / 2 }
        }
        var observed = 0 { didSet { number = observed } }
    }

    private struct Part: Equatable {
        var name = "n"
    }

    @Test("each kind is written, where it lies or by its path, and what was there is let go")
    func set() {
        var sample = Sample()
        var expected = Sample()
        StoredProperty(\Sample.flag).set(&sample, true)
        StoredProperty(\Sample.text).set(&sample, "a text that is longer than fits into a word")
        StoredProperty(\Sample.text).set(&sample, "another one that is longer than fits into a word")
        StoredProperty(\Sample.list).set(&sample, ["b", "c"])
        StoredProperty(\Sample.part).set(&sample, Part(name: "m"))
        StoredProperty(\Sample.part.name).set(&sample, "o")
        StoredProperty(\Sample.doubled).set(&sample, 10)
        expected.flag = true
        expected.text = "another one that is longer than fits into a word"
        expected.list = ["b", "c"]
        expected.part.name = "o"
        expected.number = 5
        #expect(sample == expected)
        StoredProperty(\Sample.observed).set(&sample, 9)
        #expect(sample.number == 9 && sample.observed == 9)
    }
}
