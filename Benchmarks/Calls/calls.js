'use strict';

// Calls one after the other from Node: calls.js GATEWAY PAYMENTTOKEN COUNT. Prints microseconds a call.

const { default: RTNPGW, APIResponseCode } = require('../../Bindings/ReactNative/node');

async function main(gateway, paymentToken, calls) {
  await RTNPGW.initialize(JSON.stringify({ apiEnvironment: gateway }));
  let started;
  // Three times as many go before: a JVM compiles what it runs, for some ten thousand calls.
  for (let call = -3 * calls; call < calls; call++) {
    if (call === 0) started = process.hrtime.bigint();
    const response = JSON.parse(await RTNPGW.customerTokenInfo(JSON.stringify({ paymentToken })));
    if (response.responseCode !== APIResponseCode.apiSuccess) process.exit(1);
  }
  console.log((Number(process.hrtime.bigint() - started) / 1000 / calls).toFixed(1));
}

main(process.argv[2], process.argv[3], Number(process.argv[4]));
