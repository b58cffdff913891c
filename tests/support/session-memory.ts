import type { SessionMemory } from '../../renderer/app/session-memory.ts';

/** Session storage of a made-up window. */
export function aSessionMemory(): SessionMemory {
  const texts = new Map<string, string>();
  return {
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => {
      if (text === null) texts.delete(key);
      else texts.set(key, text);
    },
  };
}
