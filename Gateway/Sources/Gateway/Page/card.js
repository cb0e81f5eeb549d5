// What is typed of a card, and what is wrong with it. The rules are the gateway's own (paymentOptionDetails); what is wrong is a key of Words.
const Card = (() => {
  let types = [];
  let isLuhn = true;
  // By the gateway's clock: the payer's may be years off.
  let today = new Date();

  const digits = (text) => text.replace(/[\s-]/g, "");

  function luhn(number) {
    const sum = [...number].reverse().reduce((sum, digit, place) => {
      const value = place % 2 ? digit * 2 : +digit;
      return sum + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
  }

  return {
    digits,

    learn(details, now = new Date()) {
      today = now;
      isLuhn = details.validation?.cardNo?.luhn !== false;
      types = (details.validation?.cardTypes ?? []).map((type) => {
        const channel = details.channels?.find((channel) => channel.name === type.name)?.payment ?? {};
        return {
          name: type.name, beginning: new RegExp(type.regex), whole: new RegExp(channel.validation?.cardNo ?? "^[0-9]{13,19}$"),
          code: new RegExp(channel.validation?.securityCode ?? "^[0-9]{3,4}$"),
          codeLength: channel.validation?.securityCode?.includes("4") ? 4 : 3,
        };
      });
    },

    // The scheme of a number, or the one that a stored card names.
    type: (number) => types.find((type) => type.beginning.test(digits(number))),
    named: (brand) => types.find((type) => type.name === brand),

    // 12/39, 12/2039, 1239 and 12-39 alike.
    expiry(text) {
      const [, month, year] = /^\s*(0?[1-9]|1[0-2])\s*[\/\s-]?\s*(20\d\d|\d\d)\s*$/.exec(text) ?? [];
      return month && { month: +month, year: year.length === 2 ? 2000 + +year : +year };
    },

    problems: {
      number(text) {
        const number = digits(text);
        if (!number) return "problem.number.missing";
        const type = types.find((type) => type.beginning.test(number));
        const isWhole = type ? type.whole.test(number) : /^\d{13,19}$/.test(number) && !types.length;
        return isWhole && (!isLuhn || luhn(number)) ? "" : "problem.number";
      },

      expiry(text) {
        if (!text.trim()) return "problem.expiry.missing";
        const expiry = Card.expiry(text);
        if (!expiry) return "problem.expiry";
        // A card is good until its month ends, wherever that is; the gateway decides.
        return new Date(expiry.year, expiry.month, 2) < today ? "problem.expired" : "";
      },

      code(text, type) {
        const code = text.trim();
        if (!code) return "problem.code.missing";
        return (type?.code ?? /^\d{3,4}$/).test(code) ? "" : "problem.code";
      },

      email: (text) => (/^[^@\s]{1,64}@[^@\s]{1,85}$/.test(text.trim()) ? "" : "problem.email"),
    },

    // 12/39, as cards have it.
    dated(text) {
      const { month, year } = Card.expiry(text) ?? {};
      return month ? String(month).padStart(2, "0") + "/" + String(year % 100).padStart(2, "0") : text.trim();
    },

    // In groups of four, as cards have it.
    grouped: (text) => digits(text).replace(/(\d{4})(?=\d)/g, "$1 "),
  };
})();
