import type { SourceId } from './ids.ts';
import type { StateCode } from './state-codes.ts';
import type { Fact, SourceStatus, StateEntry } from './types.ts';

type Office = StateEntry['attorneyGeneral'];
type Extras = Partial<Pick<StateEntry, 'consumerOffice' | 'rules'>>;

// Every address comes from public data files. None was opened live, so each carries its remark and can be corrected.
const TWO_LISTS = 'Two or more public lists agree; not tested live.';
const ONE_LIST = 'Found in one public list only; not tested live.';
const MAY_HAVE_MOVED = 'May have moved; not tested live.';
const ONE_LIST_MAY_HAVE_MOVED = 'Found in one public list only, and may have moved; not tested live.';
const SEPARATE_AGENCY = 'A separate consumer agency seen in public lists; not tested live.';

const office = (url: string, remark: string = TWO_LISTS): Office => ({ url, remark });
const consumerAgency = (url: string): Office => ({ url, remark: SEPARATE_AGENCY });
const rule = (text: string, sources: readonly SourceId[], status?: SourceStatus): Fact => ({
  text,
  sources,
  status,
});
const entry = (code: StateCode, attorneyGeneral: Office, extras: Extras = {}): StateEntry => ({
  code,
  attorneyGeneral,
  consumerOffice: null,
  rules: [],
  ...extras,
});

const californiaRules: readonly Fact[] = [
  rule(
    'Agents who bill Medi-Cal for providers register with the state and get an identifier that goes on each claim.',
    ['ca'],
  ),
  rule(
    'The provider tells Medi-Cal 30 days ahead about its billing agent, and the contract has to meet 42 CFR 447.10 (Welfare and Institutions Code 14040.5).',
    ['ca', '42-447'],
  ),
];

const illinoisRules: readonly Fact[] = [
  rule(
    'Fee-splitting is banned, with an exception for billing and collection fees at fair market value; a percentage is allowed on conditions (225 ILCS 60/22.2 and parallel acts).',
    ['il'],
    'secondary',
  ),
  rule(
    'The Medical Practice Act is set to expire on 1 January 2027 unless renewed: check the rule again around that date.',
    ['il'],
    'secondary',
  ),
];

const marylandRules: readonly Fact[] = [
  rule(
    'Payers may take electronic claims that start in Maryland only from networks certified by the Maryland Health Care Commission (COMAR 10.25.07). This tests your clearinghouse; it is not a license for you.',
    ['mhcc'],
  ),
];

const newJerseyRules: readonly Fact[] = [
  rule(
    'A third-party billing service must be certified by the Department of Banking and Insurance (N.J.S.A. 17B:27B-16; N.J.A.C. 11:23-5).',
    ['nj'],
  ),
  rule('A billing service that accepts payers’ money also files an audited statement.', ['nj']),
];

const newYorkRules: readonly Fact[] = [
  rule(
    'Whoever submits Medicaid claims for providers must enroll, and an agent’s pay must not be a percentage (18 NYCRR 504.9).',
    ['ny'],
    'secondary',
  ),
  rule(
    'Education Law 6530(19) treats percentage fees as fee-splitting. The state’s Medicaid fraud unit demanded refunds in 2017; one trial court disagreed.',
    ['ny'],
    'secondary',
  ),
];

const percentageCommentary = rule(
  'A law firm’s commentary says that splitting a percentage may be a misdemeanor here. Ask the licensing board or counsel.',
  ['lp'],
  'secondary',
);

const wisconsinRules: readonly Fact[] = [
  rule(
    'A 2009 bill would have exempted billing companies from the collection-agency law. What became of it is not known: ask the financial regulator.',
    ['wi'],
    'unverified',
  ),
];

/** Offices and confirmed special rules by state. Where no rule is listed the user must check. */
export const states: readonly StateEntry[] = [
  entry('AL', office('https://www.alabamaag.gov')),
  entry('AK', office('https://law.alaska.gov')),
  entry('AZ', office('https://www.azag.gov')),
  entry('AR', office('https://arkansasag.gov')),
  entry('CA', office('https://oag.ca.gov'), { rules: californiaRules }),
  entry('CO', office('https://coag.gov')),
  entry('CT', office('https://portal.ct.gov/AG')),
  entry('DE', office('https://attorneygeneral.delaware.gov')),
  entry('DC', office('https://oag.dc.gov', ONE_LIST)),
  entry('FL', office('https://www.myfloridalegal.com')),
  entry('GA', office('https://law.georgia.gov'), {
    consumerOffice: consumerAgency('https://consumer.georgia.gov'),
  }),
  entry('HI', office('https://ag.hawaii.gov', ONE_LIST), {
    consumerOffice: consumerAgency('https://cca.hawaii.gov/ocp'),
  }),
  entry('ID', office('https://www.ag.idaho.gov')),
  entry('IL', office('https://www.illinoisattorneygeneral.gov'), { rules: illinoisRules }),
  entry('IN', office('https://www.in.gov/attorneygeneral')),
  entry('IA', office('https://www.iowaattorneygeneral.gov')),
  entry('KS', office('https://ag.ks.gov')),
  entry('KY', office('https://ag.ky.gov')),
  entry('LA', office('https://www.ag.state.la.us', MAY_HAVE_MOVED)),
  entry('ME', office('https://www.maine.gov/ag')),
  entry('MD', office('https://www.marylandattorneygeneral.gov'), { rules: marylandRules }),
  entry('MA', office('https://www.mass.gov/orgs/office-of-the-attorney-general', MAY_HAVE_MOVED)),
  entry('MI', office('https://www.michigan.gov/ag')),
  entry('MN', office('https://www.ag.state.mn.us')),
  entry('MS', office('https://www.ago.state.ms.us', MAY_HAVE_MOVED)),
  entry('MO', office('https://ago.mo.gov')),
  entry('MT', office('https://dojmt.gov')),
  entry('NE', office('https://ago.nebraska.gov'), {
    consumerOffice: consumerAgency('https://protectthegoodlife.nebraska.gov'),
  }),
  entry('NV', office('https://ag.nv.gov')),
  entry('NH', office('https://www.doj.nh.gov')),
  entry('NJ', office('https://www.njoag.gov', ONE_LIST), {
    consumerOffice: consumerAgency('https://www.njconsumeraffairs.gov'),
    rules: newJerseyRules,
  }),
  entry('NM', office('https://nmdoj.gov', `Replaced nmag.gov. ${TWO_LISTS}`)),
  entry('NY', office('https://ag.ny.gov'), { rules: newYorkRules }),
  entry('NC', office('https://ncdoj.gov')),
  entry('ND', office('https://attorneygeneral.nd.gov')),
  entry('OH', office('https://www.ohioattorneygeneral.gov', ONE_LIST), {
    consumerOffice: consumerAgency('https://www.ohioprotects.org'),
  }),
  entry('OK', office('https://www.oag.ok.gov', MAY_HAVE_MOVED)),
  entry('OR', office('https://www.doj.state.or.us')),
  entry('PA', office('https://www.attorneygeneral.gov')),
  entry('RI', office('https://riag.ri.gov')),
  entry('SC', office('https://www.scag.gov', ONE_LIST), {
    consumerOffice: consumerAgency('https://www.consumer.sc.gov'),
  }),
  entry('SD', office('https://atg.sd.gov', ONE_LIST), {
    consumerOffice: consumerAgency('https://consumer.sd.gov'),
  }),
  entry('TN', office('https://www.tn.gov/attorneygeneral'), { rules: [percentageCommentary] }),
  entry('TX', office('https://www.texasattorneygeneral.gov')),
  entry('UT', office('https://attorneygeneral.utah.gov')),
  entry('VT', office('https://ago.vermont.gov')),
  entry('VA', office('https://www.oag.state.va.us'), { rules: [percentageCommentary] }),
  entry('WA', office('https://www.atg.wa.gov')),
  entry('WV', office('https://ago.wv.gov')),
  entry('WI', office('https://www.doj.state.wi.us', MAY_HAVE_MOVED), {
    consumerOffice: consumerAgency('https://datcp.wi.gov'),
    rules: wisconsinRules,
  }),
  entry('WY', office('https://ag.wyo.gov')),
  entry('AS', office('https://www.asag.as.gov', ONE_LIST_MAY_HAVE_MOVED)),
  entry('GU', office('https://oagguam.org', ONE_LIST)),
  entry('MP', office('https://www.cnmioag.gov.mp', ONE_LIST_MAY_HAVE_MOVED)),
  entry('PR', office('https://www.justicia.pr.gov', ONE_LIST)),
  entry('VI', office('https://doj.vi.gov', ONE_LIST_MAY_HAVE_MOVED)),
];
