export { default } from './NativeRTNPGW';
export { APIEnvironment, APIResponseCode } from '../constants';
export * from '../payments';
