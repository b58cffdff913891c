import type { ReactNode } from 'react';

/** The mark of the app: a form with a tick. Decoration; the name stands beside it. */
export function BrandMark(): ReactNode {
  return (
    <svg width="26" height="28" viewBox="0 0 26 28" fill="none" aria-hidden="true" focusable="false">
      <path
        d="M19.5 14.5V5.2A2.7 2.7 0 0 0 16.8 2.5H5.2a2.7 2.7 0 0 0-2.7 2.7v17.6a2.7 2.7 0 0 0 2.7 2.7h11.6a2.7 2.7 0 0 0 2.7-2.7v-.6"
        stroke="var(--accent)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path d="M7 9h8M7 13.5h5" stroke="var(--line-strong)" strokeWidth="1.8" strokeLinecap="round" />
      <path
        d="m10.5 18.2 4 4L24 11.6"
        stroke="var(--accent)"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
