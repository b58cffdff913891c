import { useEffect, useLayoutEffect, useRef } from 'react';

/** A new page starts at its top; going back returns to where one was. */
export function useScrollMemory(path: string): void {
  const positions = useRef(new Map<string, number>());
  const shown = useRef(path);
  const isGoingBack = useRef(false);
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const remember = (): void => {
      positions.current.set(shown.current, window.scrollY);
    };
    const noteBack = (): void => {
      isGoingBack.current = true;
    };
    window.addEventListener('scroll', remember, { passive: true });
    window.addEventListener('popstate', noteBack);
    return () => {
      window.removeEventListener('scroll', remember);
      window.removeEventListener('popstate', noteBack);
    };
  }, []);
  useLayoutEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    window.scrollTo(0, isGoingBack.current ? (positions.current.get(path) ?? 0) : 0);
    isGoingBack.current = false;
  }, [path]);
}
