'use strict';

// One table for React Native and for Node.
exports.APIEnvironment = Object.freeze({
  production: 'Production',
  productionIndonesia: 'ProductionIndonesia',
  sandbox: 'Sandbox',
});

exports.APIResponseCode = Object.freeze({
  apiSuccess: '0000',
  transactionAuthenticateRedirect: '1000',
  transactionAuthenticateFullRedirect: '1001',
  transactionExternalBrowser: '1002',
  transactionPaymentSlip: '1003',
  transactionExternalApplication: '1004',
  transactionQRPayment: '1005',
  transactionCompleted: '2000',
  transactionInProgress: '2001',
  transactionNotFound: '2002',
  transactionInquiryFailed: '2003',
});
