// Begins with the address, #/token/ to pay or #/info/ to be told, and goes on as the payment does. The token stands behind #, where no server
// and no log sees it.
(async () => {
  const at = (id) => document.getElementById(id);
  // Without one of the others there is no payment here: this ends, and the page says so.
  void [Words, Card, Gateway, Frame, Form, Result];
  at("failed").hidden = true;
  at("again").hidden = false;
  const { word } = Words;
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const [, , text, query] = location.hash.match(/^#\/(token|info)\/([^?&]*)\??(.*)/) ?? [];
  let paymentToken = "";
  try { paymentToken = decodeURIComponent(text ?? ""); } catch { /* No token is spelt like that. */ }
  const chosen = new URLSearchParams(query).get("locale")?.toLowerCase();
  // The language that the payer chose goes with the page.
  const language = () => (chosen || Words.locale !== given ? "?locale=" + Words.locale : "");
  let given;
  const address = (place) => "#/" + place + "/" + encodeURIComponent(paymentToken);
  let clock;

  addEventListener("hashchange", () => location.reload());
  // Whoever comes back to a page that was left sees what became of the payment.
  addEventListener("pageshow", (event) => event.persisted && location.reload());

  // MARK: What is shown

  function showOrder(merchant, transaction, isFree) {
    at("merchant").textContent = merchant.name;
    at("logo").hidden = !merchant.logoUrl;
    if (merchant.logoUrl) at("logo").src = Gateway.local(merchant.logoUrl);
    order = { merchant: merchant.name, amount: transaction.amount, currency: transaction.currencyCode };
    at("description").textContent = transaction.description;
    at("invoice").textContent = transaction.invoiceNo;
    at("amount").parentElement.hidden = isFree;
    at("order").hidden = false;
    speakOrder();
  }

  let order;
  const money = () => Words.money(order.amount, order.currency);
  const speakOrder = () => { if (order) at("amount").textContent = money(); };

  let title = () => "";
  function speak() {
    speakOrder();
    if (title()) at("title").textContent = document.title = title();
    Form.speak();
    Result.speak();
  }

  // MARK: Time

  // By the gateway's clock: the payer's may be wrong.
  function watch({ expires, now }) {
    const end = performance.now() + (new Date(expires) - new Date(now));
    const told = new Set();
    const tick = () => {
      const left = Math.max(0, Math.round((end - performance.now()) / 1000));
      const time = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
      at("time").textContent = word("time", { time });
      for (const mark of [30, 120]) {
        if (left <= mark && !told.has(mark)) {
          if (left > 0) at("warning").textContent = word("time." + mark);
          [30, 120].filter((other) => other >= mark).forEach((other) => told.add(other));
        }
      }
      if (left === 0) finish();
    };
    at("time").hidden = false;
    tick();
    clock = setInterval(tick, 1000);
  }

  // MARK: Where the page goes

  function endForm() {
    clearInterval(clock);
    at("time").hidden = true;
    at("warning").textContent = "";
    title = () => "";
    Form.end();
  }

  // Of a payment that has ended, the answer that says how.
  function whole(status) {
    if (status.respCode === "2000" && !status.additionalInfo?.paymentResultDetails?.code) throw new Error("no answer");
    return status;
  }

  // The status, however long the network takes to come back.
  async function found() {
    for (;;) {
      try { return whole(await Gateway.status(paymentToken)); } catch { at("doing").textContent = word("lost"); }
      await pause(3000);
    }
  }

  async function finish() {
    endForm();
    history.replaceState(null, "", address("info") + language());
    for (;;) {
      const status = await found();
      at("doing").textContent = "";
      const { merchantDetails, transactionDetails, paymentResultDetails } = status.additionalInfo ?? {};
      if (merchantDetails && !Frame.mayShow(merchantDetails.id)) return Result.show("9040");
      const isFree = ["4200", "4201"].includes(paymentResultDetails?.code);
      if (merchantDetails && transactionDetails?.amount !== undefined) showOrder(merchantDetails, transactionDetails, isFree);
      // What this page sent before its time was up may still be on its way.
      if (!["2001", "2002"].includes(status.respCode)) {
        const code = status.respCode === "2000" ? paymentResultDetails.code : status.respCode;
        return Result.show(code, paymentToken, paymentResultDetails, merchantDetails?.name);
      }
      // Where an issuer waits for the payer, that is where the payer goes on.
      const { authentication } = await Gateway.session(paymentToken).catch(() => ({}));
      Result.show(status.respCode, paymentToken, undefined, merchantDetails?.name, Gateway.local(authentication));
      await pause(3000);
    }
  }

  async function pay(times) {
    const [option, cards] = await Promise.all([Gateway.option, Gateway.cards].map((call) => call(paymentToken)));
    if (option.respCode !== "0000") return Result.show(option.respCode);
    if (!Frame.mayShow(option.merchantDetails.id)) return Result.show("9040");
    const details = await Gateway.details(paymentToken, option);
    if (details.respCode !== "0000") return Result.show(details.respCode);
    const listed = (cards.customerToken ?? []).filter((card) => card.channelCode === "CC");
    Card.learn(details, times.now && new Date(times.now));
    const allows = option.configuration?.payment ?? {};
    showOrder(option.merchantDetails, option.transactionDetails, allows.tokenizeOnly);
    title = () => word(allows.tokenizeOnly ? "title.save" : "title.pay", { merchant: order.merchant });
    const session = {
      paymentToken, merchant: order.merchant, allows, money, input: details.channels[0].payment.input, found, finished: finish,
      // 1001: an issuer that is shown in no frame.
      leave: (address, isWhole) => (isWhole ? window.open(address, "_top") : location.assign(address)),
    };
    if (allows.cardTokenOnly && !listed.length) return Result.show("4202");
    Form.show(session, allows.tokenizeOnly ? [] : listed);
    speak();
    times.respCode === "0000" ? watch(times) : finish();
    Frame.ready();
  }

  // MARK: Languages

  async function offerLanguages(code) {
    const { initialization } = await Gateway.languages();
    const picker = at("language");
    for (const { code, name } of initialization.locale) {
      const option = new Option(name, code);
      option.lang = code;
      picker.append(option);
    }
    picker.value = code;
    at("languages").hidden = false;
    picker.addEventListener("change", async () => {
      const wanted = picker.value;
      try { await Words.load(wanted); } catch { picker.value = Words.locale; }
      if (picker.value !== wanted) return;
      const place = location.hash.startsWith("#/info/") ? "info" : "token";
      if (paymentToken) history.replaceState(null, "", address(place) + language());
      speak();
    });
  }

  // MARK: Begin

  at("again").addEventListener("click", () => location.reload());
  at("abandon").addEventListener("click", async () => {
    at("doing").textContent = word("cancelling");
    const { respCode } = await Gateway.cancel(paymentToken).catch(() => ({}));
    if (respCode !== "0000") at("doing").textContent = "";
  });

  try {
    const none = { respCode: "9040" };
    const [status, session] = paymentToken
      ? await Promise.all([Gateway.status, Gateway.session].map((call) => call(paymentToken))) : [none, none];
    // The merchant's, or else the browser's as the gateway has it.
    given = session.locale ?? status.locale ?? "en";
    const wanted = chosen ?? given;
    await Words.load(/^[a-z-]{2,5}$/.test(wanted) ? wanted : given).catch(() => Words.load(given)).catch(() => Words.load("en"));
    offerLanguages(Words.locale).catch(() => undefined);
    if (status.respCode === "2002" && !Gateway.canEncrypt) {
      at("title").textContent = word("title.unpaid");
      at("words").textContent = word("insecure");
    } else if (status.respCode === "2002") {
      history.replaceState(null, "", address("token") + language());
      await pay(session);
    } else if (["2000", "2001", "9020"].includes(status.respCode)) {
      await finish();
    } else {
      Result.show(status.respCode);
    }
  } catch {
    endForm();
    at("failed").hidden = false;
    at("failed").className = "now";
  }
})();
