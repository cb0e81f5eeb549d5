// Lists a customer's stored cards from TypeScript: node cards.js GATEWAY PAYMENTTOKEN

import RTNPGW, { APIResponseCode } from '@openpgw/react-native';

declare const process: { argv: string[]; exitCode: number };
declare const console: { log(words: string): void };

async function main(gateway: string, paymentToken: string): Promise<number> {
  await RTNPGW.initialize(JSON.stringify({ apiEnvironment: gateway }));
  try {
    const response = JSON.parse(await RTNPGW.customerTokenInfo(JSON.stringify({ paymentToken })));
    if (response.responseCode !== APIResponseCode.apiSuccess) {
      console.log(`${response.responseCode} ${response.responseDescription}`);
      return 1;
    }
    for (const card of response.customerTokens) console.log(`${card.cardBrand} ${card.accountNo} ${card.status}`);
    return 0;
  } catch (error) {
    console.log((error as Error).message);
    return 1;
  }
}

const [gateway, paymentToken] = process.argv.slice(2);
if (gateway === undefined || paymentToken === undefined) {
  console.log('usage: node cards.js GATEWAY PAYMENTTOKEN');
  process.exitCode = 2;
} else {
  main(gateway, paymentToken).then((status) => (process.exitCode = status));
}
