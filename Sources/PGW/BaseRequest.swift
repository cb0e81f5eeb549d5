/// What every request can say about the app.
open class BaseRequest {
    /// The installation; the SDK's own where empty.
    public var clientId: String = ""
    /// Language of the answer, ISO 639; the SDK's where empty.
    public var locale: String = ""

    init() {}
}
