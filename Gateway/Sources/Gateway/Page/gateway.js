// The calls that an app makes too, and the encryption of card data on its way: a compact JWE of RSA-OAEP-256 and A256GCM (RFC 7516 §7.1).
const Gateway = (() => {
  const root = document.currentScript.src.replace(/pgw\/gateway\.js$/, "");
  const base64 = (bytes) =>
    btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const bytes = (text) => new TextEncoder().encode(text);

  // A call that has no answer throws; one that was refused has a code.
  async function ask(path, question) {
    const response = await fetch(root + path, {
      method: "POST", body: JSON.stringify(question), headers: { "Content-Type": "application/json" },
      signal: AbortSignal.timeout(30000),
    });
    const answer = await response.json();
    // A gateway that is full, or fails, says so without a code of the protocol; 9993 is its own failure too. Nothing is known then.
    if (typeof answer.respCode !== "string" || answer.respCode === "9993") throw new Error("no answer");
    return answer;
  }

  async function keys() {
    const response = await fetch(root + ".well-known/jwks.json", { signal: AbortSignal.timeout(10000) });
    return (await response.json()).keys;
  }

  // Bound to its payment token: nobody can send it for another payment.
  async function sealed(card, paymentToken, keys) {
    const { kty, n, e } = keys.find(({ kty, use = "enc" }) => kty === "RSA" && use === "enc");
    const receiver = await crypto.subtle.importKey("jwk", { kty, n, e }, { name: "RSA-OAEP", hash: "SHA-256" }, false, ["encrypt"]);
    const hash = await crypto.subtle.digest("SHA-256", bytes(paymentToken));
    const payload = bytes(JSON.stringify({ ...card, paymentTokenHash: base64(hash) }));
    const header = base64(bytes(JSON.stringify({ alg: "RSA-OAEP-256", enc: "A256GCM" })));
    const content = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
    const wrapped = await crypto.subtle.encrypt({ name: "RSA-OAEP" }, receiver, await crypto.subtle.exportKey("raw", content));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytes(header) }, content, payload);
    return [header, ...[wrapped, iv, box.slice(0, -16), box.slice(-16)].map(base64)].join(".");
  }

  return {
    // Browsers have their cryptography where nobody between can change the page.
    canEncrypt: Boolean(globalThis.crypto?.subtle),

    // Of an address the gateway gave, the part that is the same wherever the page was loaded from.
    local: (address) => (address ? new URL(address, root).pathname : ""),

    languages: () => ask("payment/4.3/initialization", {}),
    // In the browser's language, of which ten characters are taken.
    status: (paymentToken) =>
      ask("payment/4.3/transactionStatus", { paymentToken, additionalInfo: true, locale: navigator.language.slice(0, 10) }),
    session: (paymentToken) => ask("pgw/token", { paymentToken }),
    option: (paymentToken) => ask("payment/4.3/paymentOption", { paymentToken }),
    cards: (paymentToken) => ask("payment/4.3/cardTokenInfo", { paymentToken }),
    cancel: (paymentToken) => ask("payment/4.3/cancelTransaction", { paymentToken }),

    details(paymentToken, option) {
      const [category] = option.channelCategories;
      const question = { paymentToken, categoryCode: category.code, groupCode: category.groups[0].code };
      return ask("payment/4.3/paymentOptionDetails", question);
    },

    async pay(paymentToken, locale, data, card, responseReturnUrl) {
      const known = await keys();
      // Encrypted first: where that cannot be done, nothing was asked.
      let securePayToken;
      try { securePayToken = await sealed(card, paymentToken, known); } catch { return { respCode: "unsent" }; }
      const payment = { code: { channelCode: "CC" }, data: { ...data, securePayToken } };
      return ask("payment/4.3/payment", { paymentToken, locale, payment, responseReturnUrl });
    },
  };
})();
