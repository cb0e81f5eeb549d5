// What the page says, in the payer's language: a catalogue of words, filled with values.
const Words = (() => {
  const base = document.currentScript.src.replace(/words\.js$/, "");
  let catalogue = {};
  let locale = "en";
  let loads = 0;

  // What a result is called, by its code (payments.md §6): many codes, few things that a payer can do. A letter stands before each: rows of
  // digits would read as card numbers where such are looked for.
  const results = {
    approved: "c0000", saved: "c4200", open: "c2002", number: "c4014 c4076", expiry: "c4054 c4077", cvv: "c4078", funds: "c4051 c5007",
    limit: "c4061 c4065", authentication: "c4081 c5014", closed: "c4080",
    declined: "c4001 c4002 c4003 c4004 c4005 c4007 c4012 c4034 c4035 c4036 c4037 c4041 c4043 c4057 c4058 c4059 c4062 c4063 c4067",
    busy: "c0999 c4068 c4091 c4096 c5002 c9994 c9995 c9996 c9997 c9998", pending: "c0001 c2001 c4009", cancelled: "c0003 c4017 c5010",
    expired: "c9020 c5009", used: "c9041", invalid: "c9040 c9042 c9900", token: "c4202 c9202", savefailed: "c4201 c9080",
  };

  function word(key, values = {}) {
    return (catalogue[key] ?? "").replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  return {
    word,
    get locale() { return locale; },

    // Of two that are asked for, the one that was asked for last.
    async load(code) {
      const mine = ++loads;
      const response = await fetch(base + "words/" + code + ".json", { signal: AbortSignal.timeout(10000) });
      if (!response.ok) throw new Error("no words");
      const words = await response.json();
      if (mine !== loads) return;
      catalogue = words;
      locale = code;
      document.documentElement.lang = code;
      for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
    },

    // The key of a result's words.
    result: (code) => "result." + (Object.keys(results).find((key) => results[key].split(" ").includes("c" + code)) ?? "general"),

    // An amount as the gateway writes it, `1000.00`, as the language does.
    money(amount, currency) {
      const digits = amount.split(".")[1]?.length ?? 0;
      try {
        const style = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits };
        return new Intl.NumberFormat(locale, style).format(amount);
      } catch {
        return amount + " " + currency;
      }
    },
  };
})();
