// The smallest unit that a sample in TypeScript stands in, for React Native and for Node: unit GATEWAY PAYMENTTOKEN

import RTNPGW, { APIResponseCode } from '@openpgw/react-native';

declare const process: { argv: string[] };
declare const console: { log(words: string): void };

const token: string = process.argv[3] ?? '';

function report(words: string): void {
  console.log(words);
}

async function sample(): Promise<void> {
@SAMPLE@
}

RTNPGW.initialize(JSON.stringify({ apiEnvironment: process.argv[2] })).then(sample);

// A sample need not report anything.
export default report;
