export { default } from './NativeRTNPGW';
export { APIEnvironment, APIResponseCode } from '../constants';
