import pgw from './index.js';

export default pgw.default;
export const {
  APIEnvironment, APIResponseCode, InstallmentInterestTypeCode, PaymentChannelCode, PaymentCustomDataCode, PaymentInputCode,
  PaymentNotificationPlatformCode, QRTypeCode,
} = pgw;
