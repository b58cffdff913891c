import type { Answers } from '../../../shared/domain/field.ts';
import type { RuleCase } from '../rule-case.ts';

const policy = {
  rowId: 'r1',
  type: 'e-and-o',
  carrier: 'Granite Mutual',
  limit: 100_000_000,
  from_date: '2026-10-01',
  to_date: '2027-10-01',
  file: [{ name: 'Declarations page', location: 'Insurance folder' }],
};
const cyberOnly: Answers = { contract_requires: true, required_cover: ['cyber'] };

const question = {
  rowId: 'NJ-tpb-registration',
  office: 'Department of Banking and Insurance',
  date: '2026-11-01',
  file: [{ name: 'Letter', location: 'State rules folder' }],
};

const percentFee = {
  rowId: 'PA',
  model: 'percent',
  rate: '5 percent',
  payer_mix: ['commercial', 'medicare'],
  receives_medicare: false,
  includes_marketing: false,
  legal_note: 'As discussed with the practice.',
};

const search = {
  rowId: 'r1',
  name: 'Jordan A. Hale',
  whose: 'self',
  list: ['leie', 'sam'],
  result: 'clear',
  date: '2026-11-10',
};

/** Cases for the rules of the business items. */
export const businessCases: readonly RuleCase[] = [
  { item: 'biz-plan', rule: 'no-runway', change: { runway_months: 0 }, says: '0 months' },
  {
    item: 'biz-plan',
    rule: 'income-from-a-pitch',
    change: { income_source: 'seller-pitch' },
    says: 'copied from a seller',
  },
  {
    item: 'biz-entity',
    rule: 'filing-accepted',
    change: { filing_status: 'pending' },
    says: 'has to accept',
  },
  {
    item: 'biz-entity',
    rule: 'filing-made',
    change: { filing_status: 'not-filed' },
    says: 'has to be made',
  },
  {
    item: 'biz-entity',
    rule: 'trading-unregistered',
    change: { filing_status: 'pending', already_trading: true },
    says: 'has not registered',
  },
  {
    item: 'biz-local',
    rule: 'answer-in-hand',
    change: {
      registrations: [
        { rowId: 'licence', answer: 'waiting', office: 'Town clerk', checked: '2026-11-01' },
        { rowId: 'dba', answer: 'not-required', office: 'County clerk', checked: '2026-11-01' },
      ],
    },
    says: 'Local business license: the office has not answered yet',
  },
  {
    item: 'biz-local',
    rule: 'registration-refused',
    change: {
      registrations: [{ rowId: 'licence', answer: 'refused', office: 'Town clerk', checked: '2026-11-01' }],
    },
    says: 'Local business license: refused',
  },
  {
    item: 'biz-local',
    rule: 'registration-refused',
    change: {
      registrations: [{ rowId: 'dba', answer: 'refused', office: 'County clerk', checked: '2026-11-01' }],
    },
    says: 'already in use',
  },
  { item: 'biz-local', rule: 'home-use-prohibited', change: { zoning_ok: 'no' }, says: 'prohibit' },
  {
    item: 'biz-bank',
    rule: 'collections-into-own-account',
    change: { collections_to: 'biller-account' },
    says: 'go into your account',
  },
  {
    item: 'biz-insurance',
    rule: 'contract-limit-met',
    change: { policies: [{ ...policy, contract_limit: 200_000_000 }] },
    says: 'lower than a client contract asks',
  },
  {
    item: 'biz-insurance',
    rule: 'policy-not-ended',
    change: { policies: [{ ...policy, to_date: '2026-11-21' }] },
    says: 'ended on 21 Nov 2026',
  },
  {
    item: 'biz-insurance',
    rule: 'required-cover-not-in-force',
    change: { ...cyberOnly, policies: [policy] },
    says: 'Cyber and data breach: required',
  },
  {
    item: 'biz-insurance',
    rule: 'required-cover-not-in-force',
    change: { ...cyberOnly, policies: [{ ...policy, type: 'cyber', to_date: '2026-11-21' }] },
    says: 'not in force today',
  },
  {
    item: 'biz-insurance',
    rule: 'required-cover-not-in-force',
    change: { ...cyberOnly, policies: [{ ...policy, type: 'cyber', from_date: '2026-11-23' }] },
    says: 'not in force today',
  },
  {
    item: 'biz-insurance',
    rule: 'required-cover-not-in-force',
    change: {
      ...cyberOnly,
      policies: [{ ...policy, type: 'cyber', limit: 49_999_999, contract_limit: 50_000_000 }],
    },
    says: 'below the limit a client contract requires',
  },
  {
    item: 'biz-insurance',
    rule: 'required-cover-not-in-force',
    change: { contract_requires: true, required_cover: null, policies: null },
    says: 'none is in force today',
  },
  {
    item: 'biz-state',
    rule: 'states-named',
    change: {},
    profile: { homeState: null },
    says: 'Name your home state under “Your business”.',
  },
  {
    item: 'biz-state',
    rule: 'states-named',
    change: {},
    profile: { clientStates: [] },
    says: 'Name the states of your clients under “Your business”.',
  },
  {
    item: 'biz-state',
    rule: 'states-named',
    change: {},
    profile: { homeState: null, clientStates: [] },
    says: 'Name your home state and the states of your clients under “Your business”.',
  },
  {
    item: 'biz-state',
    rule: 'requirement-not-met',
    change: { rules: [{ ...question, answer: 'required', in_place: 'no' }] },
    says: 'New Jersey: registration of billing companies: required, and not met yet',
  },
  {
    item: 'biz-state',
    rule: 'requirement-pending',
    change: { rules: [{ ...question, answer: 'required', in_place: 'applied' }] },
    says: 'not granted yet',
  },
  {
    item: 'biz-state',
    rule: 'answer-unclear',
    change: { rules: [{ ...question, rowId: 'MD-fee-splitting', answer: 'unclear' }] },
    says: 'Maryland: limits on percentage fees: unclear',
  },
  {
    item: 'biz-fee',
    rule: 'client-states-named',
    change: {},
    profile: { clientStates: [] },
    says: 'Name the states of your clients under “Your business”.',
  },
  {
    item: 'biz-fee',
    rule: 'percent-medicaid',
    change: { fees: [{ ...percentFee, payer_mix: ['medicaid'] }] },
    says: 'Pennsylvania: a percentage fee that touches Medicaid',
  },
  {
    item: 'biz-fee',
    rule: 'percent-medicaid',
    change: { fees: [{ ...percentFee, model: 'hybrid', percent_part: true, payer_mix: ['medicaid'] }] },
    says: 'touches Medicaid',
  },
  {
    item: 'biz-fee',
    rule: 'percent-new-york',
    change: { fees: [{ ...percentFee, rowId: 'NY' }] },
    profile: { clientStates: ['NY'] },
    says: 'New York: a percentage fee',
  },
  {
    item: 'biz-fee',
    rule: 'percent-medicare-received',
    change: { fees: [{ ...percentFee, receives_medicare: true }] },
    says: 'while you receive Medicare’s payments',
  },
  {
    item: 'biz-fee',
    rule: 'percent-with-marketing',
    change: { fees: [{ ...percentFee, includes_marketing: true }] },
    says: 'marketing for the provider',
  },
  {
    item: 'biz-exclusion',
    rule: 'own-name-searched',
    change: { searches: [{ ...search, whose: 'prospect' }] },
    says: 'your own name',
  },
  {
    item: 'biz-exclusion',
    rule: 'helpers-searched',
    change: { searches: [search] },
    says: 'at least one helper',
  },
  {
    item: 'biz-exclusion',
    rule: 'both-lists-searched',
    change: { searches: [{ ...search, list: ['leie', 'state-medicaid'] }] },
    says: 'both the OIG list and SAM.gov',
  },
  {
    item: 'biz-exclusion',
    rule: 'exclusion-match',
    change: { searches: [{ ...search, result: 'match' }] },
    says: 'Jordan A. Hale: on an exclusion list',
  },
  {
    item: 'biz-exclusion',
    rule: 'exclusion-match',
    change: { partner_searches: [{ ...search, name: 'Harbor', result: 'match' }] },
    says: 'Harbor: on an exclusion list',
  },
  {
    item: 'biz-exclusion',
    rule: 'exclusion-possible',
    change: { partner_searches: [{ ...search, name: 'Harbor', result: 'possible' }] },
    says: 'Harbor: possible match',
  },
  {
    item: 'biz-exclusion',
    rule: 'both-lists-searched',
    change: { partner_searches: [{ ...search, name: 'Harbor', list: ['sam'] }] },
    says: 'Harbor: search both',
  },
  {
    item: 'biz-exclusion',
    rule: 'exclusion-possible',
    change: { searches: [{ ...search, result: 'possible' }] },
    says: 'not resolved',
  },
  {
    item: 'biz-compliance',
    rule: 'program-written',
    change: { written: false },
    says: 'not written yet',
  },
  {
    item: 'biz-compliance',
    rule: 'review-within-a-year',
    change: { signed: '2026-01-10', review: '2027-01-11' },
    says: 'within a year',
  },
  {
    item: 'biz-compliance',
    rule: 'required-program-missing',
    change: { contract_requires: true, written: false },
    says: 'none exists',
  },
];
