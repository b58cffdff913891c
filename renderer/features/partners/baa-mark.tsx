import type { ReactNode } from 'react';
import type { ItemState } from '../../../shared/domain/assess-item.ts';
import { BAA_WORDS, type BaaStanding } from '../../../shared/domain/partner.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';

const SHAPES: Readonly<Record<BaaStanding, ItemState>> = {
  missing: 'blocked',
  expired: 'overdue',
  unknown: 'not-started',
  signed: 'done',
  'not-needed': 'not-applicable',
};

/** How an agreement stands, in shape, color and word. */
export function BaaMark({ standing }: { readonly standing: BaaStanding }): ReactNode {
  return <StatusIcon state={SHAPES[standing]} text={BAA_WORDS[standing]} />;
}
