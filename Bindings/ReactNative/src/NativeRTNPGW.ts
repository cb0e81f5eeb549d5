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
}

export default TurboModuleRegistry.getEnforcing<Spec>('RTNPGW');
