/** A small place for text that outlives a reload of the page but not the window. */
export interface SessionMemory {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, text: string | null) => void;
}

/** The browser's session storage. When it is full or switched off, memory alone has to do. */
export const browserSession: SessionMemory = {
  read: (key) => {
    try {
      return window.sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write: (key, text) => {
    try {
      if (text === null) window.sessionStorage.removeItem(key);
      else window.sessionStorage.setItem(key, text);
    } catch {
      // Nothing to do: what is typed is still on screen and still on its way to the store.
    }
  },
};

/** Reads JSON that this app wrote itself; null when there is none or it is damaged. */
export function readJson(memory: SessionMemory, key: string): unknown {
  try {
    return JSON.parse(memory.read(key) ?? 'null');
  } catch {
    return null;
  }
}
