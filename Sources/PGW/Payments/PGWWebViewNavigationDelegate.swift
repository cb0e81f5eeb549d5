#if canImport(WebKit)
public import WebKit

/// Watches a web view that authenticates a payer, and tells when it has come back (payments.md §2.3).
///
/// ```swift
/// let delegate = PGWWebViewNavigationDelegate { paymentToken in
///     // Close the web view, and ask `transactionStatus`.
/// }
/// webView.navigationDelegate = delegate
/// ```
@MainActor
public final class PGWWebViewNavigationDelegate: NSObject, WKNavigationDelegate {
    private let callback: (String) -> Void
    private var isTold = false
    private var didStart: ((String) -> Void)?
    private var decides: ((String) -> Void)?
    private var didFinish: ((String) -> Void)?

    /// - Parameter callback: Told once, with the payment token that came back. Not proof of anything.
    public init(_ callback: @escaping (String) -> Void) { self.callback = callback }

    /// Closures that hear the addresses a web view goes to.
    @discardableResult
    public func navigationCallback(
        didStartProvisionalNavigation: ((String) -> Void)? = nil, decidePolicyForNavigationAction: ((String) -> Void)? = nil,
        didFinishNavigation: ((String) -> Void)? = nil
    ) -> PGWWebViewNavigationDelegate {
        didStart = didStartProvisionalNavigation
        decides = decidePolicyForNavigationAction
        didFinish = didFinishNavigation
        return self
    }

    public func webView(
        _ webView: WKWebView, decidePolicyFor navigationAction: WKNavigationAction,
        decisionHandler: @escaping @MainActor (WKNavigationActionPolicy) -> Void
    ) {
        let address = navigationAction.request.url?.absoluteString ?? ""
        decides?(address)
        tell(address)
        decisionHandler(address.lowercased().hasPrefix("pgw") ? .cancel : .allow)
    }

    // WebKit declares these two with a `!`, which is not looked behind here.
    public func webView(_ webView: WKWebView, didStartProvisionalNavigation navigation: WKNavigation!) {
        didStart?(webView.url?.absoluteString ?? "")
    }

    public func webView(_ webView: WKWebView, didFinish navigation: WKNavigation!) {
        let address = webView.url?.absoluteString ?? ""
        didFinish?(address)
        // A page that changes its fragment alone asks for no policy.
        tell(address)
    }

    private func tell(_ address: String) {
        guard !isTold, let gateway = PGWSDK.shared.pgwSDKParams?.gateway,
            let token = ResultAddress(gateway: gateway).paymentToken(in: address)
        else { return }
        isTold = true
        callback(token)
    }
}
#endif
