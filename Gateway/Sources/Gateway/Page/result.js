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

  function tell(code) {
    const key = Words.result(code);
    const title = word(titles[key.replace("result.", "")] ?? "title.unpaid");
    at("title").textContent = title;
    at("words").textContent = word(key, { code });
    document.title = title;
  }

  function stay() {
    clearInterval(timer);
    at("countdown").textContent = "";
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

  at("stay").addEventListener("click", stay);
  at("return").addEventListener("submit", stay);

  return {
    // Tells a code's meaning; `result` and `merchant` are those of a payment that has some.
    show(code, paymentToken, result = {}, merchant = "") {
      shown = { code, merchant };
      if (code !== "2001") Frame.finished(code);
      tell(code);
      at("title").focus();
      const form = at("return");
      form.hidden = !result.frontendReturnUrl;
      if (form.hidden) return;
      form.elements.paymentToken.value = paymentToken;
      at("back").textContent = word("back", { merchant });
      stay();
      if (result.redirectImmediately) return form.requestSubmit();
      if (result.autoRedirect) countDown(Math.ceil(result.autoRedirectTimer / 1000));
    },

    // The same in another language.
    speak() {
      if (!shown) return;
      tell(shown.code);
      at("back").textContent = word("back", { merchant: shown.merchant });
    },
  };
})();
