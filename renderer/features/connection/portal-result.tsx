import type { ReactNode } from 'react';
import type { PortalRun } from '../../../shared/domain/check-standing.ts';
import { dateOfInstant, daysBetween, type IsoDate } from '../../../shared/domain/iso-date.ts';
import type { PortalCertificate } from '../../../shared/domain/portal-check.ts';
import { protocolInWords } from '../../../shared/domain/portal-sentences.ts';
import { Banner } from '../../ui/banner.tsx';
import { dayInWords, elapsedInWords, momentInWords } from './check-words.ts';
import styles from './portal-result.module.css';

/** What one check of a portal found: in words, then as facts, then how it was done. */
export function PortalResult({
  run,
  today,
}: {
  readonly run: PortalRun;
  readonly today: IsoDate;
}): ReactNode {
  const { detail } = run;
  const hint = detail.inspectionHint;
  const sentences = detail.sentences.filter((sentence) => sentence !== hint);
  return (
    <>
      <div className={styles.words}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {hint === null ? null : (
        <Banner kind="hold" title="Something seems to look inside the connection">
          <p>{hint}</p>
        </Banner>
      )}
      <dl className={styles.facts}>
        {factsOf(run, today).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.method}>
        Checked by the app on {momentInWords(run.checkedAt)}, in {elapsedInWords(detail.elapsedMs)}.{' '}
        {run.method}.
      </p>
    </>
  );
}

type FactLine = readonly [term: string, value: string];

function factsOf({ detail, checkedAt }: PortalRun, today: IsoDate): readonly FactLine[] {
  const sinceDays = Math.max(0, daysBetween(dateOfInstant(checkedAt), today));
  const { address, port, protocol, cipher, certificate } = detail;
  const where = address === null ? 'nothing was connected to' : `${address}, port ${port}`;
  return [
    ['Reached', detail.reached ? `Yes: ${where}` : `No: ${where}`],
    ...(protocol === null ? [] : [['Protocol', protocolInWords(protocol)] as const]),
    ...(cipher === null ? [] : [['Cipher', cipher] as const]),
    ...(certificate === null ? [] : certificateFacts(certificate, sinceDays)),
    ...(protocol === null
      ? []
      : ([
          ['Chain of trust', CHAIN_WORDS[String(detail.chainTrusted)] ?? ''],
          ['Made out to this address', HOST_WORDS[String(detail.hostMatches)] ?? ''],
        ] as const)),
  ];
}

const CHAIN_WORDS: Readonly<Record<string, string>> = {
  true: 'Leads to a known public authority',
  false: 'Does not lead to a known public authority',
  null: 'Could not be judged',
};
const HOST_WORDS: Readonly<Record<string, string>> = {
  true: 'Yes',
  false: 'No',
  null: 'Could not be judged',
};

const MOST_NAMES = 4;

function certificateFacts(certificate: PortalCertificate, sinceDays: number): readonly FactLine[] {
  const { subject, issuer, names, namesTotal, validFrom, validTo, strength } = certificate;
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const more = namesTotal - Math.min(names.length, MOST_NAMES);
  return [
    ['Certificate for', subject === '' ? 'No name of its own' : subject],
    ['Issued by', issuer === '' ? 'No name given' : issuer],
    [
      'Names in it',
      shown === '' ? 'None that could be read' : more > 0 ? `${shown} and ${more} more` : shown,
    ],
    ['Valid', `${dayInWords(validFrom)} to ${dayInWords(validTo)}`],
    ['Days left', daysLeftInWords(certificate.daysLeft - sinceDays)],
    ['Key', keyInWords(strength.key)],
    ['Signed by', strength.signatureName === '' ? 'A method that could not be read' : strength.signatureName],
  ];
}

function daysLeftInWords(days: number): string {
  if (days < 0) return days === -1 ? 'None: expired yesterday' : `None: expired ${-days} days ago`;
  return days === 0 ? 'Expires today' : String(days);
}

function keyInWords(key: PortalCertificate['strength']['key']): string {
  if (key === null) return 'Of a kind that could not be read';
  return key.bits === null ? key.type.toUpperCase() : `${key.type.toUpperCase()}, ${key.bits} bits`;
}
