export { APIEnvironment, APIResponseCode } from '../constants';

/** The client SDK: JSON goes in, JSON comes out. A call that was not answered rejects with a {@link PGWError}. */
export interface PGW {
  /** Sets the SDK up: `{"apiEnvironment", "clientId", "locale", "log"}`, the last three of which may be left out. */
  initialize(params: string): Promise<string>;
  /** The identifier of this installation. */
  clientId(): Promise<string>;
  /** The set-up: `{"apiEnvironment", "gateway", "clientId", "locale", "log"}`. */
  configuration(): Promise<string>;
  /** The stored cards of a payment session: `{"paymentToken", "clientId", "locale"}`, the last two of which may be left out. */
  customerTokenInfo(request: string): Promise<string>;
}

/** What kept a call from being answered, in the form in which React Native rejects. A refusal by the gateway is none. */
export interface PGWError extends Error {
  /** The kind of failure as text, `"1"` to `"10"`: those of Bindings/C/openpgw.h. */
  code: string;
  /** More than the message says, for a developer. */
  userInfo: { detail: string };
}

declare const RTNPGW: PGW;
export default RTNPGW;
