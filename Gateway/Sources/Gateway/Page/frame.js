// The page inside a merchant's own: it tells the origins that the merchant has listed, and nobody else, how high it is and what it came to. Of a
// card it tells nothing.
const Frame = (() => {
  const { content, dataset } = document.querySelector("meta[name=frame]");
  const isFramed = window.top !== window;
  const tell = (message) => {
    for (const origin of isFramed ? content.split(" ").filter(Boolean) : []) {
      try { parent.postMessage({ openpgw: message }, origin); } catch { /* An origin that this browser takes for none is not above us. */ }
    }
  };
  if (isFramed) {
    document.documentElement.classList.add("framed");
    new ResizeObserver(() => tell({ height: document.body.offsetHeight })).observe(document.body);
  }
  return {
    // Where the browser comes back to: this page, wherever it is.
    address: isFramed ? location.origin + location.pathname + "#/info/" : undefined,
    // A merchant's pages may frame its own payments.
    mayShow: (merchant) => !isFramed || merchant === dataset.merchant,
    ready: () => tell({ ready: true }),
    finished: (code) => tell({ finished: code }),
  };
})();
