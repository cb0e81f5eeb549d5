// The form: which card, what is asked of it, what is wrong with what was typed, and the one request that pays.
const Form = (() => {
  const at = (id) => document.getElementById(id);
  const form = at("pay");
  const { word } = Words;
  let session;
  let cards = [];
  let isPaying = false;

  const chosen = () => cards[form.elements.means?.value ?? -1];
  const type = () => (chosen() ? Card.named(chosen().cardBrand) : Card.type(fields.number.input.value));

  // Each with its problem, a key of Words, and how its text is tidied when the payer leaves it.
  const fields = {
    number: { input: at("tel-cardNumber"), problem: (text) => Card.problems.number(text), tidy: Card.grouped },
    expiry: { input: at("expyear"), problem: (text) => Card.problems.expiry(text), tidy: Card.dated },
    name: { input: at("name"), problem: (text) => (isMandatory("name") && !text.trim() ? "problem.name" : "") },
    code: { input: at("tel-cvv"), problem: (text) => Card.problems.code(text, type()), tidy: (text) => text.trim() },
    email: { input: at("email-email"), problem: (text) => Card.problems.email(text) },
  };

  const isMandatory = (key) => session.input[key] === "M";

  function asked() {
    const card = chosen();
    const ofCard = card ? (card.status === "ED" ? ["expiry", "code"] : ["code"]) : ["number", "expiry", "name", "code"];
    return isMandatory("email") ? [...ofCard, "email"] : ofCard;
  }

  // MARK: What is wrong

  function mark(key, problem) {
    const { input } = fields[key];
    at(input.id + "-problem").textContent = problem ? word(problem, { count: type()?.codeLength ?? 3 }) : "";
    problem ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
    const described = [problem && input.id + "-problem", at(input.id + "-hint") && input.id + "-hint"].filter(Boolean).join(" ");
    described ? input.setAttribute("aria-describedby", described) : input.removeAttribute("aria-describedby");
    return problem;
  }

  const check = (key) => mark(key, fields[key].problem(fields[key].input.value));

  // What stands above the form, in the language of the moment and as long as it is true.
  let complaint;
  function complain(words = () => "") {
    complaint = words;
    at("problems").replaceChildren();
    retell();
  }

  function retell() {
    const text = complaint();
    if (at("problems").textContent === text) return;
    const line = document.createElement("p");
    line.textContent = text;
    at("problems").replaceChildren(...(text ? [line] : []));
  }

  function ofFields() {
    const wrong = asked().filter((key) => fields[key].input.hasAttribute("aria-invalid"));
    return wrong.length ? word("problems", { fields: wrong.map(label).join(", ") }) : "";
  }

  const label = (key) => fields[key].input.labels[0].textContent;

  // MARK: What is shown

  function arrange() {
    const needed = asked();
    for (const key of Object.keys(fields)) {
      at(key + "-field").hidden = !needed.includes(key);
      if (!needed.includes(key)) mark(key, "");
    }
    const isNew = !chosen();
    at("remember-field").hidden = !(isNew && session.allows.tokenize && !session.allows.tokenizeOnly);
    at("consent").hidden = !session.allows.tokenizeOnly;
    at("tel-cvv-hint").textContent = word("code.hint", { count: type()?.codeLength ?? 3 });
    // How long a code is, the number says.
    if (fields.code.input.hasAttribute("aria-invalid")) check("code");
    retell();
  }

  // Another card is another form: what was wrong with the one before is not wrong with it.
  async function changed({ target }) {
    await released;
    if (!session) return;
    if (target.name === "means") {
      for (const key of Object.keys(fields)) mark(key, "");
      complain();
    }
    arrange();
  }

  function choice(value, id, ...parts) {
    const line = document.createElement("p");
    line.className = "choice";
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: "means", value, id });
    const label = document.createElement("label");
    label.htmlFor = id;
    label.append(...parts);
    line.append(input, label);
    return line;
  }

  function stored(card, place) {
    const icon = document.createElement("img");
    Object.assign(icon, { src: Gateway.local(card.iconUrl), alt: "", width: 48, height: 32 });
    const name = document.createElement("span");
    name.textContent = word("card.stored", { brand: card.cardBrand, last: card.accountNo.slice(-4) });
    const expiry = document.createElement("span");
    expiry.className = "hint";
    // The gateway tells the date of one that ends soon, 2027-02-28, and of no other.
    const date = card.expiry?.replace(/^20(..)-(..)-..$/, "$2/$1");
    expiry.textContent = word({ EX: "card.expiring", ED: "card.expired" }[card.status], { date });
    return choice(place, "stored-" + place, icon, name, expiry);
  }

  function list() {
    const means = at("means");
    const before = form.elements.means?.value;
    means.querySelectorAll(".choice").forEach((line) => line.remove());
    means.append(...cards.map(stored));
    if (!session.allows.cardTokenOnly) means.append(choice(-1, "another", word("card.other")));
    means.hidden = !cards.length;
    const first = cards.findIndex((card) => card.status !== "ED");
    const usual = cards.length ? Math.max(first, 0) : -1;
    const radio = [...means.querySelectorAll("input")].find((input) => input.value === String(before || usual));
    if (radio) radio.checked = true;
  }

  function speak() {
    const { merchant, allows, money } = session;
    at("submit").textContent = allows.tokenizeOnly ? word("save") : word("pay", { amount: money() });
    at("consent").textContent = word("consent", { merchant });
    fields.name.input.labels[0].textContent = isMandatory("name") ? word("name") : word("optional", { label: word("name") });
    list();
    arrange();
    for (const key of asked()) if (fields[key].input.hasAttribute("aria-invalid")) check(key);
  }

  // MARK: Paying

  function lock(isLocked, doing = "") {
    isPaying = isLocked;
    for (const id of ["submit", "cancel"]) at(id).setAttribute("aria-disabled", isLocked);
    form.setAttribute("aria-busy", isLocked);
    at("doing").textContent = doing;
  }

  // What was typed, out of the page: of what it held of the card it keeps nothing while the request is under way.
  function taken() {
    const card = {};
    const texts = Object.fromEntries(asked().map((key) => [key, fields[key].input.value]));
    if (texts.number !== undefined) card.cardNo = Card.digits(texts.number);
    if (texts.expiry !== undefined) {
      const { month, year } = Card.expiry(texts.expiry);
      Object.assign(card, { expiryMonth: String(month).padStart(2, "0"), expiryYear: String(year) });
    }
    card.securityCode = texts.code.trim();
    const data = {};
    if (chosen()) data.customerToken = chosen().token;
    if (texts.name?.trim()) data.name = texts.name.trim();
    if (texts.email) data.email = texts.email.trim();
    if (!at("remember-field").hidden) data.accountTokenization = at("remember").checked;
    fields.code.input.value = "";
    fields.number.input.value = "";
    // The security code is not given back, whatever is wrong.
    return { card, data, giveBack: () => { if (texts.number !== undefined) fields.number.input.value = texts.number; } };
  }

  // Of these the session is as it was, and the payer can go on.
  const places = { 4076: "number", 4077: "expiry", 4054: "expiry", 4078: "code" };

  function refused(answer, giveBack) {
    giveBack();
    lock(false);
    const code = answer.respCode;
    complain(() => (code === "unsent" ? word("problem.unsent") : word(Words.result(code), { code })));
    const key = places[code];
    if (key && asked().includes(key)) {
      mark(key, "problem." + key);
      fields[key].input.focus();
    } else {
      at("submit").focus();
    }
  }

  async function submit(event) {
    event.preventDefault();
    if (isPaying) return;
    complain();
    if (session.allows.cardTokenOnly && !chosen()) return complain(() => word("problem.choose"));
    const wrong = asked().filter(check);
    if (wrong.length) {
      complain(ofFields);
      return fields[wrong[0]].input.focus();
    }
    const { card, data, giveBack } = taken();
    // The time may be over before the answer comes; what comes then is no longer this form's.
    const mine = session;
    lock(true, word(mine.allows.tokenizeOnly ? "saving" : "paying"));
    const answer = await Gateway.pay(mine.paymentToken, Words.locale, data, card, Frame.address).catch(() => undefined);
    if (session !== mine) return;
    if (["1000", "1001"].includes(answer?.respCode)) return mine.leave(answer.data, answer.respCode === "1001");
    if (answer?.respCode === "2000") return mine.finished();
    await goOn(mine, () => (answer ? refused(answer, giveBack) : lost(giveBack)));
  }

  // Nobody knows what a request came to that was refused or has no answer: the gateway is asked, and the form is back where nothing was begun.
  async function goOn(mine, back) {
    const status = await mine.found();
    if (session !== mine) return;
    status.respCode === "2002" ? back() : mine.finished();
  }

  function lost(giveBack = () => {}) {
    giveBack();
    lock(false);
    complain(() => word("lost.unpaid"));
    at("submit").focus();
    watch(session);
  }

  // What was taken for lost may arrive late: for some minutes the page goes on asking behind the form.
  async function watch(mine) {
    for (let left = 60; left > 0; left--) {
      await new Promise((done) => setTimeout(done, 3000));
      if (session !== mine || isPaying) return;
      const status = await Gateway.status(mine.paymentToken).catch(() => ({ respCode: "2002" }));
      if (session === mine && !isPaying && status.respCode !== "2002") return mine.finished();
    }
  }

  async function cancel() {
    if (isPaying || !session) return;
    complain();
    const mine = session;
    lock(true, word("cancelling"));
    await Gateway.cancel(mine.paymentToken).catch(() => undefined);
    if (session === mine) await goOn(mine, lost);
  }

  // Nothing moves from under a button while it is pressed: what is wrong is said afterwards.
  let released;
  let release;
  addEventListener("pointerdown", () => { released = new Promise((done) => { release = done; }); }, true);
  for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => setTimeout(() => release?.()), true);

  form.addEventListener("submit", submit);
  form.addEventListener("change", changed);
  at("cancel").addEventListener("click", cancel);
  for (const [key, { input, tidy }] of Object.entries(fields)) {
    input.addEventListener("blur", async () => {
      await released;
      if (!input.value || isPaying || !session) return;
      if (tidy) input.value = tidy(input.value);
      check(key);
      arrange();
    });
  }

  return {
    // The session: what is known of it, and where the page goes from here (found, finished, leave).
    show(shown, stored) {
      session = shown;
      cards = stored;
      form.hidden = false;
      lock(false);
      complain();
      speak();
    },

    speak: () => session && !form.hidden && speak(),

    // Empties and hides it.
    end() {
      form.reset();
      form.hidden = true;
      complain();
      at("doing").textContent = "";
      session = undefined;
    },
  };
})();
