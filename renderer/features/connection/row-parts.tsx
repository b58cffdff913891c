import type { ReactNode } from 'react';
import { recordFields } from '../../../shared/catalog/record-kinds.ts';
import type { CheckSubject } from '../../../shared/domain/check-run.ts';
import type { Standing } from '../../../shared/domain/check-standing.ts';
import {
  type DeviceEntry,
  type PortalEntry,
  postureKindOf,
} from '../../../shared/domain/connection-posture.ts';
import { formatAnswer } from '../../../shared/domain/format-answer.ts';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import { isUnderWay, type UnderWay } from './check-runner.ts';
import { dayInWords } from './check-words.ts';
import { StandingMark } from './standing-mark.tsx';

/** Id of a portal's row. */
export function portalRowId(recordId: string): string {
  return `portal-${recordId}`;
}

/** Id of the row of a look at this computer. */
export function deviceRowId(check: string): string {
  return `device-${check}`;
}

interface RowMarkProps {
  readonly standing: Standing;
  readonly subject: CheckSubject | null;
  readonly underWay: UnderWay | null;
}

/** How the row stands, or that it is being checked right now. */
export function RowMark({ standing, subject, underWay }: RowMarkProps): ReactNode {
  return isUnderWay(underWay, subject, standing.run) ? (
    'Checking…'
  ) : (
    <StandingMark kind={postureKindOf(standing)} />
  );
}

/** The day it was checked, or looked at by the user. */
export function RowDate({ standing }: { readonly standing: Standing }): ReactNode {
  const { run, ownWord, on } = standing;
  if (ownWord !== null) return ownWord.on === null ? '' : formatDate(ownWord.on);
  return run === null || on === null ? '' : dayInWords(run.checkedAt);
}

/** Address and kind of a portal, and what there is to say about its standing. */
export function portalDetail({ record, standing }: PortalEntry): ReactNode {
  const { address, kind } = record.answers;
  const kindField = recordFields('portal').find(({ id }) => id === 'kind');
  const parts = [
    typeof address === 'string' ? address : 'No address',
    ...(kindField?.type === 'choice' && typeof kind === 'string' ? [formatAnswer(kindField, kind)] : []),
  ];
  return <Detail first={<bdi>{parts.join(' · ')}</bdi>} said={saidOf(standing)} />;
}

/** What a look at this computer found, in a sentence. */
export function deviceDetail({ standing }: DeviceEntry): ReactNode {
  const first = standing.run?.detail.sentences[0];
  return (
    <Detail
      first={first ?? 'Not looked at yet.'}
      said={standing.ownWord === null ? null : saidOf(standing)}
    />
  );
}

function Detail({ first, said }: { readonly first: ReactNode; readonly said: string | null }): ReactNode {
  return said === null ? (
    first
  ) : (
    <>
      {first}
      <br />
      {said}
    </>
  );
}

// What passed needs no more words; what is old, or rests on the user's word, does.
function saidOf({ kind, isOld, ownWord, run, words }: Standing): string | null {
  if (ownWord !== null || isOld) return words;
  return kind === 'failed' || kind === 'unknown' ? (run?.detail.sentences[0] ?? null) : null;
}
