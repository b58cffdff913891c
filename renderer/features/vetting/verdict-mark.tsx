import type { ReactNode } from 'react';
import type { ItemState } from '../../../shared/domain/assess-item.ts';
import { VETTING_VERDICT_WORDS, type VettingVerdict } from '../../../shared/domain/vetting/vetting-types.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';

const SHAPES: Readonly<Record<VettingVerdict, ItemState>> = {
  'do-not-sign': 'blocked',
  hold: 'on-hold',
  suitable: 'done',
  'suitable-with-conditions': 'in-progress',
  'not-recommended': 'not-applicable',
};

interface VerdictMarkProps {
  readonly verdict: VettingVerdict;
  /** `large` at the top of a page. */
  readonly size?: 'small' | 'large' | undefined;
}

/** A verdict as shape, color and word. */
export function VerdictMark({ verdict, size = 'small' }: VerdictMarkProps): ReactNode {
  return <StatusIcon state={SHAPES[verdict]} text={VETTING_VERDICT_WORDS[verdict]} size={size} />;
}
