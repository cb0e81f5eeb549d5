// What became of a payment, and the way back to the shop.
const Result = (() => {
  const at = (id) => document.getElementById(id);
  const { word } = Words;
  const titles = {
    approved: "title.paid", saved: "title.saved", pending: "title.waiting", busy: "title.waiting", cancelled: "title.cancelled",
    savefailed: "title.unsaved", used: "title.used", expired: "title.expired", invalid: "title.invalid",
  };
  let timer;
  let shown;

  function tell({ code, isKnown, authentication }) {
    const key = authentication ? "result.bank" : Words.result(code);
    // Of a code that is no payment's, nobody knows what was paid.
    const title = word(titles[key.replace("result.", "")] ?? (isKnown ? "title.unpaid" : "title.waiting"));
    at("title").textContent = title;
    at("words").textContent = word(key, { code });
    document.title = title;
  }

  function stay() {
    clearInterval(timer);
    at("countdown").textContent = at("warning").textContent = "";
    if (document.activeElement === at("stay")) at("back").focus();
    at("stay").hidden = true;
  }

  function countDown(seconds) {
    at("stay").hidden = false;
    const tick = () => {
      at("countdown").textContent = word("going", { seconds });
      if (seconds-- <= 0) { stay(); at("return").requestSubmit(); }
    };
    tick();
    at("warning").textContent = at("countdown").textContent;
    timer = setInterval(tick, 1000);
  }

  // Whoever does something reads, and is not taken away from it (WCAG 2.2.1): once it is done, as nothing moves from under what is pressed. A
  // key that was pressed before was for something else.
  const isCounting = () => !at("stay").hidden;
  let isPressed = false;
  addEventListener("keydown", () => { isPressed = isCounting(); });
  addEventListener("keyup", () => isPressed && stay());
  for (const name of ["click", "wheel", "touchmove"]) addEventListener(name, () => isCounting() && stay(), { passive: true });
  at("return").addEventListener("submit", stay);

  return {
    // Tells a code's meaning; `result` and `merchant` are those of a payment that has some, `authentication` is where an issuer waits.
    show(code, paymentToken, result, merchant = "", authentication = "") {
      // Asked again and again, it is told once: whoever reads it is not called back to its beginning.
      if (shown?.code === code && shown.authentication === authentication) return;
      shown = { code, merchant, isKnown: Boolean(result), authentication };
      tell(shown);
      if (!["2001", "2002"].includes(code)) Frame.finished(code);
      at("title").focus();
      // What an issuer decides already, nobody can cancel.
      at("abandon").hidden = !authentication;
      at("continue").hidden = !authentication;
      at("continue").href = authentication;
      const form = at("return");
      form.hidden = !result?.frontendReturnUrl;
      if (form.hidden) return;
      form.elements.paymentToken.value = paymentToken;
      at("back").textContent = word("back", { merchant });
      stay();
      if (result.redirectImmediately) return form.requestSubmit();
      // Whoever came back by the Back button is not sent away again.
      const [navigation] = performance.getEntriesByType("navigation");
      if (result.autoRedirect && navigation?.type !== "back_forward") countDown(Math.ceil(result.autoRedirectTimer / 1000));
    },

    // The same in another language.
    speak() {
      if (!shown) return;
      tell(shown);
      at("back").textContent = word("back", { merchant: shown.merchant });
    },
  };
})();
