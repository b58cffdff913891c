import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Paper } from '../../../shared/ipc/contract.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './report-page.module.css';

/** Smaller than this the text of a page is hard to read; then the desk scrolls sideways instead. */
const SMALLEST_SCALE = 0.7;

interface Fit {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly isTooNarrow: boolean;
}

interface ReportDeskProps {
  readonly paper: Paper;
  readonly children: ReactNode;
}

/**
 * The sheets on a desk, made smaller when the window is narrow. Scaled as a picture, not laid out anew: lines break where
 * they break on paper.
 */
export function ReportDesk({ paper, children }: ReportDeskProps): ReactNode {
  const desk = useRef<HTMLElement>(null);
  const sheets = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<Fit | null>(null);
  useEffect(() => {
    if (desk.current === null || sheets.current === null || !('ResizeObserver' in window)) return;
    const [deskElement, sheetsElement] = [desk.current, sheets.current];
    const observer = new ResizeObserver(() => setFit(fitOf(deskElement, sheetsElement)));
    observer.observe(deskElement);
    observer.observe(sheetsElement);
    return () => observer.disconnect();
  }, []);
  // What scrolls sideways must be reachable by keyboard.
  const focusable = fit?.isTooNarrow ? { tabIndex: 0 } : {};
  return (
    <section
      ref={desk}
      className={classNames(styles.desk, fit?.isTooNarrow && styles.scrolling)}
      aria-label="Pages"
      {...focusable}
    >
      <div className={styles.fitted} style={fit === null ? {} : toStyle(fit)}>
        <div ref={sheets} className={`${styles.sheets} paper-${paper}`}>
          {children}
        </div>
      </div>
    </section>
  );
}

function toStyle({ scale, width, height }: Fit): CSSProperties {
  const style = { '--fitted-scale': scale, '--fitted-width': `${width}px`, '--fitted-height': `${height}px` };
  return style as CSSProperties;
}

function fitOf(desk: HTMLElement, sheets: HTMLElement): Fit {
  const style = getComputedStyle(desk);
  const padding = Number.parseFloat(style.paddingInlineStart) + Number.parseFloat(style.paddingInlineEnd);
  const room = desk.clientWidth - padding;
  const natural = sheets.offsetWidth;
  const scale = Math.min(1, Math.max(SMALLEST_SCALE, room / Math.max(1, natural)));
  return {
    scale,
    width: natural * scale,
    height: sheets.offsetHeight * scale,
    isTooNarrow: natural * scale > room + 1,
  };
}
