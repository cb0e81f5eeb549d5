// Says until when the payment token in the address is good (#/token/), or what became of its payment (#/info/). The token stands behind #,
// where no server and no log sees it.
const [, place, text] = location.hash.match(/^#\/(token|info)\/([^?&]*)/) ?? [];
const [title, words, until] = ["title", "words", "until"].map((id) => document.getElementById(id));

const ask = (path, question) =>
  fetch(path, { method: "POST", body: JSON.stringify(question) }).then((response) => response.json());

async function sayUntil(paymentToken) {
  const answer = await ask("/pgw/token", { paymentToken });
  if (answer.respCode === "0000") {
    until.textContent = "The payment token in the address is good until " + new Date(answer.expires).toLocaleString() + ".";
  } else if (answer.respCode === "9020") {
    until.textContent = "The payment token in the address has expired.";
  } else {
    until.textContent = "There is no payment token of this gateway in the address.";
  }
}

async function sayResult(paymentToken) {
  const answer = await ask("/payment/4.3/transactionStatus", { paymentToken, additionalInfo: true });
  const titles = { 2000: "The payment is finished", 2001: "The payment is under way", 2002: "Nothing was paid yet" };
  title.textContent = titles[answer.respCode] ?? "There is no payment to tell of";
  const result = answer.additionalInfo?.paymentResultDetails ?? {};
  const shop = answer.additionalInfo?.merchantDetails?.name;
  words.textContent = result.description ? `${shop}: ${result.description} (${result.code}).` : answer.respDesc;
  until.textContent = "";
  // A hint for the payer. What the shop believes is what the gateway tells its backend.
  if (/^https?:\/\//.test(result.frontendReturnUrl ?? "")) {
    const back = document.createElement("a");
    back.href = result.frontendReturnUrl;
    back.textContent = "Back to the shop";
    until.append(back);
  }
}

if (text) (place === "info" ? sayResult : sayUntil)(decodeURIComponent(text)).catch(() => {});
