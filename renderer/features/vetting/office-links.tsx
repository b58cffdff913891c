import { type ReactNode, useRef, useState } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { SourceId } from '../../../shared/catalog/ids.ts';
import { linkIdForAttorneyGeneral, linkIdForConsumerOffice } from '../../../shared/catalog/links.ts';
import { STATE_NAMES, type StateCode } from '../../../shared/catalog/state-codes.ts';
import type { OfficeKind } from '../../../shared/catalog/vetting/authority-fields.ts';
import { officeScripts, vettingSheet } from '../../../shared/catalog/vetting/call-script.ts';
import { rowsOf, textOf } from '../../../shared/catalog/vetting/item-field-map.ts';
import type { PlanRecord } from '../../../shared/domain/plan.ts';
import type { Inquiry } from '../../../shared/domain/vetting/inquiries.ts';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { OutsideLink } from '../../ui/outside-link.tsx';
import { SourceLine } from '../../ui/source-line.tsx';
import { checkedText, SourceStatusMark } from '../../ui/source-status.tsx';
import { copyText } from '../items/copy-text.ts';
import styles from './authority-desk.module.css';

interface OfficeLinksProps {
  readonly inquiry: Inquiry;
  /** Where the user may have noted a better address. */
  readonly records: readonly PlanRecord[];
}

/** Where an office or a list is found: its link with how far it can be trusted, the national directory, what to ask. */
export function OfficeLinks({ inquiry, records }: OfficeLinksProps): ReactNode {
  const { kind, state } = inquiry;
  const corrected = correctedAddress(records, inquiry);
  const caution = CAUTIONS[kind];
  return (
    <div className={styles.where}>
      <h3>Where</h3>
      <ul className={styles.links}>
        {corrected === null ? null : (
          <li>
            <Corrected address={corrected} />
          </li>
        )}
        {state === null ? null : (
          <li>
            <StateOffice kind={kind} state={state} />
          </li>
        )}
        {(SOURCES[kind] ?? []).map((id) => (
          <li key={id}>
            <SourceLine id={id} />
          </li>
        ))}
        {kind === 'sam' ? (
          <li>
            <SamLink />
          </li>
        ) : null}
        {kind === 'news' ? <li>Any court index and search engine. There is no one official place.</li> : null}
      </ul>
      {caution === undefined ? null : <p className={styles.soft}>{caution}</p>}
      <Script kind={kind} />
    </div>
  );
}

const SOURCES: Readonly<Partial<Record<OfficeKind, readonly SourceId[]>>> = {
  'attorney-general': ['naag', 'usagov-ag'],
  'consumer-office': ['usagov-c'],
  bbb: ['bbb'],
  ftc: ['ftc'],
  leie: ['leie'],
  'ocr-breach-portal': ['ocr'],
};

const CHECK_NAMES: Readonly<Partial<Record<OfficeKind, string>>> = {
  'attorney-general': 'Attorney General',
  'consumer-office': 'Consumer-protection office',
  bbb: 'Better Business Bureau',
  ftc: 'Federal Trade Commission',
  leie: 'Exclusion and debarment',
  sam: 'Exclusion and debarment',
  'ocr-breach-portal': 'OCR breach portal',
};

const CAUTIONS: Readonly<Partial<Record<OfficeKind, string>>> = Object.fromEntries(
  Object.entries(CHECK_NAMES).flatMap(([kind, name]) => {
    const line = vettingSheet.find(({ check }) => check === name);
    return line === undefined ? [] : [[kind, line.caution]];
  }),
);

// The exclusion list and SAM.gov share one line of the register; each has its own address in it.
function SamLink(): ReactNode {
  const source = catalog.sources.find(({ id }) => id === 'leie');
  if (source === undefined) return null;
  return (
    <span className={styles.link}>
      <OutsideLink linkId="source/leie/1">SAM.gov: exclusions and debarments</OutsideLink>
      <span className={styles.standing}>
        <SourceStatusMark status={source.status} /> · {checkedText(source)}
      </span>
    </span>
  );
}

function StateOffice({ kind, state }: { readonly kind: OfficeKind; readonly state: StateCode }): ReactNode {
  const entry = catalog.states.find(({ code }) => code === state);
  if (entry === undefined) return null;
  const isOwn = kind === 'consumer-office' && entry.consumerOffice !== null;
  const { url, remark } = isOwn ? (entry.consumerOffice ?? entry.attorneyGeneral) : entry.attorneyGeneral;
  const linkId = isOwn ? linkIdForConsumerOffice(entry) : linkIdForAttorneyGeneral(entry);
  const name = `${STATE_NAMES[state]}: ${isOwn ? 'consumer office' : 'Attorney General'}`;
  return (
    <span className={styles.link}>
      {linkId === null ? `${name}: ${url}` : <OutsideLink linkId={linkId}>{name}</OutsideLink>}
      {/* Each comes from public lists and was opened by nobody of ours: the catalog says so of all of them. */}
      <span className={styles.standing}>
        <SourceStatusMark status="unverified" />
        {remark === null ? '' : ` · ${remark}`}
      </span>
      {kind === 'consumer-office' && !isOwn ? (
        <span className={styles.standing}>
          No separate consumer office is in our list; ask here, or look in the directory.
        </span>
      ) : null}
      <span className={styles.standing}>
        Has it moved? Note the new address under “Corrected address of the office”, and it shows here.
      </span>
    </span>
  );
}

/** The address that was noted last for this office, about whatever company. */
function correctedAddress(records: readonly PlanRecord[], { kind, state }: Inquiry): string | null {
  const noted = records
    .filter((record) => record.kind === 'clearinghouse')
    .flatMap(({ answers }) => rowsOf(answers, 'authority_checks'))
    .filter((row) => row.office_kind === kind && (state === null || row.state === state))
    .filter((row) => textOf(row, 'office_url') !== '')
    .sort((a, b) => textOf(a, 'date').localeCompare(textOf(b, 'date')));
  const last = noted.at(-1);
  return last === undefined ? null : textOf(last, 'office_url');
}

// The app opens addresses of its own catalog only, so one that was typed is copied.
function Corrected({ address }: { readonly address: string }): ReactNode {
  const shown = useRef<HTMLElement>(null);
  const announce = useAnnounce();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    if (shown.current === null) return;
    const words = (await copyText(address, shown.current))
      ? 'Copied.'
      : 'Selected: copy it with Ctrl+C or ⌘C.';
    setSaid(words);
    announce(words);
  };
  return (
    <span className={styles.link}>
      <span>
        Your correction: <bdi ref={shown}>{address}</bdi>{' '}
        <Button kind="quiet" onClick={copy}>
          Copy it for your browser
        </Button>{' '}
        {said}
      </span>
      <span className={styles.standing}>The app opens its own list of addresses only.</span>
    </span>
  );
}

function Script({ kind }: { readonly kind: OfficeKind }): ReactNode {
  const script = officeScripts.find(({ id }) => id === kind);
  if (script === undefined) return null;
  return (
    <details className={styles.script}>
      <summary>What to say and ask</summary>
      <p>{script.opening}</p>
      <ul>
        {script.questions.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
