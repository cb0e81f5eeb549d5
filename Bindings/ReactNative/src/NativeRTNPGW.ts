import type { TurboModule } from 'react-native';
import { TurboModuleRegistry } from 'react-native';

/** The client SDK: JSON goes in, JSON comes out. A call that was not answered rejects with an Error whose `code` is a number as text. */
export interface Spec extends TurboModule {
  /** Sets the SDK up: `{"apiEnvironment", "clientId", "locale", "log"}`, the last three of which may be left out. */
  initialize(params: string): Promise<string>;
  /** The identifier of this installation. */
  clientId(): Promise<string>;
  /** The set-up: `{"apiEnvironment", "gateway", "clientId", "locale", "log"}`. */
  configuration(): Promise<string>;
  /** The stored cards of a payment session: `{"paymentToken", "clientId", "locale"}`, the last two of which may be left out. */
  customerTokenInfo(request: string): Promise<string>;
  /** With what a session can be paid: `{"paymentToken"}`. */
  paymentOption(request: string): Promise<string>;
  /** The channels of a group: `{"paymentToken", "categoryCode", "groupCode"}`. */
  paymentOptionDetail(request: string): Promise<string>;
  /** Begins a payment: `{"paymentToken", "payment": {"code", "data"}}`. After a failure nobody knows whether it was made: ask for its status. */
  proceedTransaction(request: string): Promise<string>;
  /** How far a payment is: `{"paymentToken", "additionalInfo"}`. `2000` says that it is finished, not that it was paid. */
  transactionStatus(request: string): Promise<string>;
  /** Cancels a payment that is not finished: `{"paymentToken"}`. */
  cancelTransaction(request: string): Promise<string>;
  /** In which other currencies a session may be paid: `{"paymentToken", "bin"}`. */
  exchangeRate(request: string): Promise<string>;
  /** What is known of the payer's choices: `{"paymentToken"}`. */
  userPreference(request: string): Promise<string>;
  /** The languages of the gateway's pages: `{}`. */
  systemInitialization(request: string): Promise<string>;
  /** Shares a result: `{"paymentToken", "platform", "recipientId", "recipientName"}`. */
  paymentNotification(request: string): Promise<string>;
  /** What a payer's points are worth: `{"paymentToken", "providerId"}`. */
  loyaltyPointInfo(request: string): Promise<string>;
}

export default TurboModuleRegistry.getEnforcing<Spec>('RTNPGW');
