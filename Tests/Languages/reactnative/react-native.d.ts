// What the package uses of React Native's types.
declare module 'react-native' {
  export interface TurboModule {}
  export const TurboModuleRegistry: { getEnforcing<T extends TurboModule>(name: string): T };
}
