// Says until when the payment token in the address is good. The token stands behind #, where no server and no log sees it.
const token = decodeURIComponent(location.hash.replace(/^#\/token\//, "").replace(/\?.*$/, ""));
const until = document.getElementById("until");

if (token) {
  fetch("/pgw/token", { method: "POST", body: JSON.stringify({ paymentToken: token }) })
    .then((response) => response.json())
    .then((answer) => {
      if (answer.respCode === "0000") {
        until.textContent = "The payment token in the address is good until " + new Date(answer.expires).toLocaleString() + ".";
      } else if (answer.respCode === "9020") {
        until.textContent = "The payment token in the address has expired.";
      } else {
        until.textContent = "There is no payment token of this gateway in the address.";
      }
    })
    .catch(() => {});
}
