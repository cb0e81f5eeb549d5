// Pays with a card from TypeScript, and stores it: node pay.js GATEWAY PAYMENTTOKEN

import RTNPGW from '@openpgw/react-native';

declare const process: { argv: string[]; exitCode: number };
declare const console: { log(words: string): void };

async function main(gateway: string, paymentToken: string): Promise<number> {
  await RTNPGW.initialize(JSON.stringify({ apiEnvironment: gateway }));
  const payment = {
    code: { channelCode: 'CC' },
    data: { cardNo: '4111111111111111', expiryMonth: 12, expiryYear: 2039, securityCode: '123', tokenize: true },
  };
  const response = JSON.parse(await RTNPGW.proceedTransaction(JSON.stringify({ paymentToken, payment })));
  // 1000: the payer authenticates at the address in data. 2000: finished; the backend inquires how.
  console.log(`${response.responseCode} ${response.responseDescription} ${response.data}`);
  return /^[12]/.test(response.responseCode) ? 0 : 1;
}

const [gateway, paymentToken] = process.argv.slice(2);
if (gateway === undefined || paymentToken === undefined) {
  console.log('usage: node pay.js GATEWAY PAYMENTTOKEN');
  process.exitCode = 2;
} else {
  main(gateway, paymentToken)
    .catch((error: Error) => (console.log(error.message), 1))
    .then((status) => (process.exitCode = status));
}
