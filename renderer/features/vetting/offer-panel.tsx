import type { ReactNode } from 'react';
import { daysBetween, formatDate, formatLongDate, type IsoDate } from '../../../shared/domain/iso-date.ts';
import type { OfferScreen } from '../../../shared/domain/vetting/offer-screen.ts';
import { Banner } from '../../ui/banner.tsx';
import { SourceLine } from '../../ui/source-line.tsx';
import styles from './offer-panel.module.css';

interface OfferPanelProps {
  readonly screen: OfferScreen;
  readonly today: IsoDate;
}

const COVERED_WORDS: Readonly<Record<OfferScreen['covered'], string>> = {
  yes: 'Yes: a new business, a payment, and customers or the like provided.',
  no: 'No. One of its three parts is missing, so it asks nothing of this seller. Scams exist outside it, too.',
  unknown: 'Not known yet. Answer the three questions below.',
};

/** What the business-opportunity screen comes to: does the rule apply, when may one sign, what is missing, what is broken. */
export function OfferPanel({ screen, today }: OfferPanelProps): ReactNode {
  const { offered, covered, earliestSignOn, missing, broken, brokenIfCovered, redFlags } = screen;
  return (
    <section className={styles.panel} aria-label="What the screen comes to">
      {broken.length === 0 ? null : (
        <Banner kind="stop" title="Stop: do not sign or pay">
          <Sentences sentences={broken} />
          <p>If you have paid already, keep every paper and report it at reportfraud.ftc.gov.</p>
        </Banner>
      )}
      {brokenIfCovered.length === 0 ? null : (
        <Banner kind="hold" title="Stop here until you know whether the rule applies">
          <Sentences sentences={brokenIfCovered} />
        </Banner>
      )}
      {offered === 'yes' ? (
        <>
          <dl className={styles.facts}>
            <div>
              <dt>Does the rule apply? (16 CFR 437)</dt>
              <dd>{COVERED_WORDS[covered]}</dd>
            </div>
            {covered === 'no' ? null : (
              <div>
                <dt>First day to sign or pay</dt>
                <dd>{waitInWords(earliestSignOn, today)}</dd>
              </div>
            )}
            {missing.length === 0 ? null : (
              <div>
                <dt>Still missing</dt>
                <dd>
                  <Sentences sentences={missing} />
                </dd>
              </div>
            )}
            <RedFlags redFlags={redFlags} />
          </dl>
          <SourceLine id="ftc437" />
        </>
      ) : (
        <>
          <p>
            {offered === 'no'
              ? 'No open offer, so the rule asks nothing. Come back if one is made.'
              : 'Answer the first question, and this screen works out the rest.'}
          </p>
          <dl className={styles.facts}>
            <RedFlags redFlags={redFlags} />
          </dl>
        </>
      )}
    </section>
  );
}

function RedFlags({ redFlags }: { readonly redFlags: readonly string[] }): ReactNode {
  return redFlags.length === 0 ? null : (
    <div>
      <dt>Warning signs you ticked</dt>
      <dd>
        <Sentences sentences={redFlags} />
      </dd>
    </div>
  );
}

/** Calendar days, counted from the day the disclosure document came. */
function waitInWords(earliest: IsoDate | null, today: IsoDate): string {
  if (earliest === null)
    return 'Not before seven days after you have the disclosure document. None is recorded.';
  const left = daysBetween(today, earliest);
  return left > 0
    ? `${formatLongDate(earliest)}: ${left} ${left === 1 ? 'day' : 'days'} from now. Seven calendar days to think are yours.`
    : `${formatDate(earliest)}: the seven calendar days are over.`;
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
