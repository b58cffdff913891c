import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** Remembers for which address the heading last took the focus. Starts as the address the app was opened at. */
export const FocusedPath = createContext<{ current: string | null }>({ current: null });

interface PageTitleProps {
  /** The h1. */
  readonly children: string;
  /** Start of the window's title; the h1 unless told. */
  readonly windowTitle?: string | undefined;
  readonly className?: string | undefined;
}

/**
 * The h1 of a page. After a change of route it takes the focus, so that a screen reader says where one is and Tab goes
 * on from there. Not at the first page: there the focus belongs at the top.
 */
export function PageTitle({ children, windowTitle, className }: PageTitleProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const focused = useContext(FocusedPath);
  const [path] = useLocation();
  useEffect(() => {
    document.title = `${windowTitle ?? children} · First Claim`;
  }, [windowTitle, children]);
  useEffect(() => {
    if (focused.current === path) return;
    focused.current = path;
    heading.current?.focus({ preventScroll: true });
  }, [focused, path]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
