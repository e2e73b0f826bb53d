/** Tells the server which commands this editor has for it, as rust-analyzer's client does. */
import type { ClientCapabilities, StaticFeature } from 'vscode-languageclient';

export function announcing(commands: readonly string[]): StaticFeature {
  return {
    fillClientCapabilities(capabilities: ClientCapabilities): void {
      const others = (capabilities.experimental ?? {}) as Record<string, unknown>;
      capabilities.experimental = { ...others, commands: { commands: [...commands] } };
    },
    initialize(): void {},
    getState: () => ({ kind: 'static' }),
    clear(): void {},
  };
}
