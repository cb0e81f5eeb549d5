'use strict';

// Before the Swift runtime is loaded, which takes the signals of a crash for itself otherwise.
process.env.SWIFT_BACKTRACE ??= 'enable=no';

const addon = (() => {
  try {
    return require('./openpgw.node');
  } catch (error) {
    const folder = require('path').resolve(__dirname, '../../..');
    error.message = `The addon of @openpgw/react-native is not built: make library && Scripts/node, in ${folder}. ${error.message}`;
    throw error;
  }
})();
const constants = { ...require('../constants'), ...require('../payments') };

/** As React Native makes an Error of a rejection. */
function failure({ code, message, detail }) {
  return Object.assign(new Error(message), { code: String(code), userInfo: { detail } });
}

const SETUP =
  'The set-up is a text of JSON, {"apiEnvironment", "clientId", "locale", "log"}, and its apiEnvironment is Production, ProductionIndonesia, Sandbox, ' +
  "or a gateway's address, with http:// or https:// and a host, and without a user, query or fragment";

/** A text, or nothing for what is none: the library says that a request is missing. */
const text = (value) => (typeof value === 'string' ? value : undefined);

const RTNPGW = {
  async initialize(params) {
    const code = addon.initialize(text(params));
    if (code !== 0) {
      const message = code === 2 ? 'The request is missing.' : 'The request cannot be read.';
      throw failure({ code, message, detail: SETUP });
    }
    return addon.configuration();
  },
  clientId: async () => addon.clientId(),
  configuration: async () => addon.configuration(),
};

const CALLS = [
  'customerTokenInfo', 'paymentOption', 'paymentOptionDetail', 'proceedTransaction', 'transactionStatus', 'cancelTransaction', 'exchangeRate',
  'userPreference', 'systemInitialization', 'paymentNotification', 'loyaltyPointInfo',
];

for (const name of CALLS) {
  RTNPGW[name] = async (request) => {
    const { code, json } = await addon.call(name, text(request));
    if (code !== 0) throw failure(JSON.parse(json));
    return json;
  };
}

module.exports = { __esModule: true, default: RTNPGW, ...constants };
