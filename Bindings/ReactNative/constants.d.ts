/** One of 2C2P's gateways. A gateway of one's own is named by its address instead: `http://127.0.0.1:8080`. */
export declare const APIEnvironment: {
  readonly production: 'Production';
  readonly productionIndonesia: 'ProductionIndonesia';
  readonly sandbox: 'Sandbox';
};

/** The response codes an app compares with. */
export declare const APIResponseCode: {
  readonly apiSuccess: '0000';
  readonly transactionAuthenticateRedirect: '1000';
  readonly transactionAuthenticateFullRedirect: '1001';
  readonly transactionExternalBrowser: '1002';
  readonly transactionPaymentSlip: '1003';
  readonly transactionExternalApplication: '1004';
  readonly transactionQRPayment: '1005';
  readonly transactionCompleted: '2000';
  readonly transactionInProgress: '2001';
  readonly transactionNotFound: '2002';
  readonly transactionInquiryFailed: '2003';
};
