'use strict';

// The SDK at the end of a pipe, as Tests/Languages/java/Harness.java: initialize GATEWAY | ask TOKEN | null | many COUNT TOKEN | text JSON | call NAME JSON.

const { default: RTNPGW } = require('../../../Bindings/ReactNative/node');

const encoded = (text) => '=' + Buffer.from(text ?? '').toString('base64');

const decoded = (word) => Buffer.from(word.slice(1), 'base64').toString();

const texts = (response) => [
  response.responseCode, response.responseDescription, response.paymentToken, ...response.customerTokens.flatMap((card) => Object.values(card)),
];

async function ask(request) {
  try {
    return ['0', ...texts(JSON.parse(await RTNPGW.customerTokenInfo(request))).map(encoded)].join(' ');
  } catch (error) {
    if (!(error instanceof Error) || typeof error.code !== 'string') throw error;
    return `${error.code} ${encoded(error.message)} ${encoded(error.userInfo.detail)}`;
  }
}

async function answer([word, ...rest]) {
  const request = JSON.stringify({ paymentToken: rest[rest.length - 1] });
  switch (word) {
    case 'initialize':
      await RTNPGW.initialize(JSON.stringify({ apiEnvironment: rest[0], clientId: 'client', locale: 'th', log: true }));
      return '0';
    case 'many': {
      const answers = await Promise.all(Array.from({ length: Number(rest[0]) }, () => ask(request)));
      return `${answers.filter((line) => line.startsWith('0 ')).length}`;
    }
    case 'request': {
      const [paymentToken, clientId, locale] = rest.map(decoded);
      return ask(JSON.stringify({ paymentToken, clientId, locale }));
    }
    case 'call':
      try {
        return `0 ${encoded(await RTNPGW[decoded(rest[0])](decoded(rest[1])))}`;
      } catch (error) {
        return `${error.code} ${encoded(error.message)} ${encoded(error.userInfo.detail)}`;
      }
    case 'null':
      return ask(undefined);
    case 'text':
      return ask(decoded(rest[0]));
    case 'setup':
      try {
        await RTNPGW.initialize(decoded(rest[0]));
        return '0';
      } catch (error) {
        return error.code;
      }
    default:
      return ask(request);
  }
}

async function main() {
  for await (const line of require('readline').createInterface({ input: process.stdin })) {
    console.log(await answer(line.split(' ')));
  }
}

main();
