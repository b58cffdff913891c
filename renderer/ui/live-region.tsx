import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Has a screen reader say something politely: "Saved 10:42". */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

/** Holds the one polite live region of the page. It is there from the start: regions added later are often not read. */
export function LiveRegion({ children }: { readonly children: ReactNode }): ReactNode {
  const [message, setMessage] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setMessage(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="status">
        {/* A new element each time, so that the same words said twice are read twice. */}
        <span key={message.turn}>{message.text}</span>
      </div>
    </AnnounceContext>
  );
}
