// Lists a customer's stored cards from TypeScript: node cards.js GATEWAY PAYMENTTOKEN

import RTNPGW, { APIResponseCode } from '@openpgw/react-native';

declare const process: { argv: string[]; exitCode: number };
declare const console: { log(words: string): void };

async function main(gateway: string, paymentToken: string): Promise<number> {
  try {
    await RTNPGW.initialize(JSON.stringify({ apiEnvironment: gateway }));
    const response = JSON.parse(await RTNPGW.customerTokenInfo(JSON.stringify({ paymentToken })));
    if (response.responseCode !== APIResponseCode.apiSuccess) {
      console.log(`${response.responseCode} ${response.responseDescription}`);
      return 1;
    }
    for (const card of response.customerTokens) console.log(`${card.cardBrand} ${card.accountNo} ${card.status}`);
    return 0;
  } catch (error) {
    const { message, userInfo } = error as Error & { userInfo?: { detail: string } };
    console.log(`${message} ${userInfo?.detail ?? ''}`);
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
