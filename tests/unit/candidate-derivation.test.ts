import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { adoptEarlierAnswers } from '../../shared/catalog/vetting/adopt-answers.ts';
import { derivedClearinghouseAnswers } from '../../shared/catalog/vetting/derive-items.ts';
import { derivedSoftwareAnswers, requiredProductsIn } from '../../shared/catalog/vetting/derive-software.ts';
import { rowsOf, textOf } from '../../shared/catalog/vetting/item-field-map.ts';
import { chosenOf, type VettedCandidate } from '../../shared/catalog/vetting/vetted-candidate.ts';
import type { AnswerValue, Row } from '../../shared/domain/field.ts';
import { aCheck, aClearinghouse, CLEAN_CHECKS, checksWith } from '../support/a-clearinghouse.ts';
import { TODAY } from '../support/test-profile.ts';
import { listed, numbered } from '../support/there-and-back.ts';

type Changes = Readonly<Record<string, AnswerValue | null>>;

const clearwater = (changes: Changes = {}): VettedCandidate => ({
  id: 'c-1',
  answers: aClearinghouse(changes),
});
const tidewater = (changes: Changes = {}): VettedCandidate => ({
  id: 'c-2',
  answers: aClearinghouse({ name: 'Tidewater EDI', legal_name: 'Tidewater EDI, LLC', ...changes }),
});

const derive = (id: ItemId, ...candidates: readonly VettedCandidate[]) =>
  derivedClearinghouseAnswers(id, candidates, chosenOf(candidates), TODAY);

const names = (rows: readonly Row[], cell: string): readonly string[] => rows.map((row) => textOf(row, cell));

describe('what candidates say for the checklist', () => {
  it('is nothing for other items, and nothing before there is a candidate', () => {
    expect(derive('biz-ein', clearwater())).toEqual({});
    expect(derive('clh-shortlist')).toEqual({});
    expect(derive('clh-bbb', { id: 'c-1', answers: { name: 'Clearwater' } })).toEqual({});
  });

  it('comes from all of them for lists, from the first that has it for forms about one company', () => {
    const first = clearwater({
      mfa: null,
      accreditor: null,
      tls: null,
      checked: null,
      encryption: null,
      had_breach: null,
      expires: null,
      verified: null,
      mhcc: null,
    });
    expect(names(rowsOf(derive('clh-shortlist', first, tidewater()), 'candidates'), 'name')).toEqual([
      'Clearwater Claims Exchange',
      'Tidewater EDI',
    ]);
    expect(derive('clh-security', first, tidewater()).company).toBe('Tidewater EDI');
    expect(derive('clh-capability', first, tidewater()).company).toBe('Clearwater Claims Exchange');
  });

  it('comes from the chosen one alone once there is a choice', () => {
    const chosen = tidewater({ decision: 'chosen', monthly: 100 });
    expect(derive('clh-contract', clearwater(), chosen).monthly).toBe(100);
    const silent = { id: 'c-2', answers: { name: 'Tidewater EDI', decision: 'chosen' } };
    expect(derive('clh-contract', clearwater(), silent)).toEqual({});
  });

  it('names every row’s company, and gives each row an id of its own', () => {
    const rows = rowsOf(derive('clh-ag', clearwater(), tidewater()), 'answers');
    expect(names(rows, 'company')).toEqual([
      'Clearwater Claims Exchange',
      'Clearwater Claims Exchange',
      'Tidewater EDI',
      'Tidewater EDI',
    ]);
    expect(new Set(rows.map(({ rowId }) => rowId)).size).toBe(4);
  });

  it('leaves out an answer that a newer one of the same office has replaced', () => {
    const authority_checks = [
      ...checksWith('attorney-general', { result: 'open-complaint' }, 'DE'),
      aCheck('attorney-general', { state: 'DE', date: '2026-11-15', result: 'resolved' }),
    ];
    const rows = rowsOf(derive('clh-ag', clearwater({ authority_checks })), 'answers');
    expect(names(rows, 'result')).toEqual(['no-record', 'resolved']);
  });

  it('keeps an open complaint beside a later silence', () => {
    const authority_checks = [
      ...checksWith('attorney-general', { result: 'open-complaint' }, 'DE'),
      aCheck('attorney-general', { state: 'DE', date: '2026-11-15', result: 'no-reply' }),
    ];
    const rows = rowsOf(derive('clh-ag', clearwater({ authority_checks })), 'answers');
    expect(names(rows, 'result')).toEqual(['no-record', 'open-complaint', 'no-reply']);
  });

  it('lets the worst result speak where several names were searched', () => {
    const authority_checks = [
      ...checksWith('leie', {
        search_result: 'found',
        finding: 'excluded',
        company: 'Tidewater Holdings, Inc.',
      }),
      aCheck('leie', { date: '2026-11-20' }),
    ];
    const searches = rowsOf(derive('clh-federal', clearwater({ authority_checks })), 'searches');
    expect(searches.find(({ rowId }) => rowId === 'leie')?.result).toBe('found');
  });

  it('takes the latest look at the BBB', () => {
    const again = aCheck('bbb', { date: '2026-11-20', url: 'https://example.com/profile' });
    const derived = derive('clh-bbb', clearwater({ authority_checks: [again, ...CLEAN_CHECKS] }));
    expect(derived).toMatchObject({ date: '2026-11-20', url: 'https://example.com/profile', found: true });
  });

  it('puts an offer that is still open before any other', () => {
    const offered = tidewater({ offered: true, turned_down: false });
    expect(derive('clh-bizopp', clearwater(), offered).offered).toBe(true);
    const turnedDown = tidewater({ offered: true, turned_down: true });
    expect(derive('clh-bizopp', clearwater(), turnedDown).offered).toBe(false);
  });

  it.each([
    ['https://portal.example.com/login', 'https://portal.example.com/login'],
    ['portal.example.com', 'https://portal.example.com'],
    ['http://portal.example.com', undefined],
    ['my portal', undefined],
  ])('writes the portal %j as %j', (portal_address, portal_url) => {
    expect(derive('clh-security', clearwater({ portal_address })).portal_url).toBe(portal_url);
  });
});

describe('a candidate that was turned down', () => {
  const chosen = clearwater({ decision: 'chosen' });

  it('still counts as compared when it was checked and nothing stood against it', () => {
    const rows = rowsOf(derive('clh-shortlist', chosen, tidewater({ decision: 'not-chosen' })), 'candidates');
    expect(names(rows, 'name')).toContain('Tidewater EDI');
  });

  it.each<[string, Changes]>([
    [
      'has an open complaint',
      { authority_checks: checksWith('attorney-general', { result: 'open-complaint' }, 'DE') },
    ],
    ['was not asked about in its own state', { hq_state: 'TX' }],
    [
      'was asked about too long ago',
      { authority_checks: checksWith('consumer-office', { date: '2026-08-01' }) },
    ],
    ['is not on the register', { registry: 'not-found' }],
    ['has no street address', { address_kind: 'none' }],
  ])('leaves every list when it %s', (_why, changes) => {
    const other = tidewater({ ...changes, decision: 'not-chosen' });
    expect(names(rowsOf(derive('clh-shortlist', chosen, other), 'candidates'), 'name')).not.toContain(
      'Tidewater EDI',
    );
    expect(names(rowsOf(derive('clh-ag', chosen, other), 'answers'), 'company')).not.toContain(
      'Tidewater EDI',
    );
  });

  it('fills no form, even before another is chosen', () => {
    expect(derive('clh-security', clearwater({ decision: 'not-chosen' }), tidewater()).company).toBe(
      'Tidewater EDI',
    );
  });
});

describe('the choice', () => {
  it('is the one candidate marked as chosen, and nobody while two are', () => {
    expect(chosenOf([clearwater(), tidewater({ decision: 'chosen' })])?.id).toBe('c-2');
    expect(chosenOf([clearwater({ decision: 'chosen' }), tidewater({ decision: 'chosen' })])).toBeNull();
    expect(chosenOf([clearwater(), tidewater({ decision: 'not-chosen' })])).toBeNull();
  });
});

describe('earlier answers', () => {
  const shortlist = {
    candidates: [
      { rowId: 'r1', name: 'Clearwater Claims Exchange', legal_name: 'Clearwater Claims Exchange, Inc.' },
      { rowId: 'r2', name: 'Tidewater EDI' },
    ],
  };
  const adopt = (items: Parameters<typeof adoptEarlierAnswers>[0]) =>
    listed(adoptEarlierAnswers(items, numbered()), 'clearinghouse').map(({ answers }) => answers);

  it.each([
    ['its name', 'Tidewater EDI', 1],
    ['its name in other capitals', 'TIDEWATER  edi', 1],
    ['its legal name', 'Clearwater Claims Exchange, Inc.', 0],
    ['part of its name', 'Tidewater', 1],
    ['no name, and so the first', '', 0],
  ])('find their candidate by %s', (_how, company, place) => {
    const adopted = adopt({ 'clh-shortlist': shortlist, 'clh-bbb': { company, found: true } });
    expect(adopted.map(({ found }) => found)).toEqual(
      [0, 1].map((each) => (each === place ? true : undefined)),
    );
  });

  it('make a candidate of a company that is named nowhere else', () => {
    const adopted = adopt({
      'clh-shortlist': shortlist,
      'clh-security': { company: 'Harbor Claims', mfa: true },
    });
    expect(adopted.map(({ name }) => name)).toEqual([
      'Clearwater Claims Exchange',
      'Tidewater EDI',
      'Harbor Claims',
    ]);
    expect(adopted[2]?.mfa).toBe(true);
  });

  it('make one without a name when no company is named at all', () => {
    expect(adopt({ 'clh-bizopp': { offered: false } })).toEqual([{ offered: false }]);
    expect(adopt({})).toEqual([]);
  });

  it('leave a contract in another name with the candidate it belongs to', () => {
    const adopted = adopt({
      'clh-shortlist': shortlist,
      'clh-contract': { legal_name: 'Other Holdings', monthly: 1 },
    });
    expect(adopted).toHaveLength(2);
    expect(adopted[0]).toMatchObject({ contract_legal_name: 'Other Holdings', monthly: 1 });
  });

  it('never make two candidates of one name', () => {
    const twice = {
      candidates: [
        { rowId: 'r1', name: 'Tidewater EDI' },
        { rowId: 'r2', name: 'tidewater  edi' },
      ],
    };
    const adopted = adopt({ 'clh-shortlist': twice });
    expect(adopted.map(({ name }) => name)).toEqual(['Tidewater EDI', 'tidewater  edi (2)']);
    expect(adopted[1]?.note).toContain('Recorded under the name “tidewater  edi”');
  });

  it('say in the note what has no field: another spelling, and checks beyond the hundredth', () => {
    const answers = Array.from({ length: 101 }, (_, index) => ({
      rowId: `r${index}`,
      state: 'NJ',
      ref: `Call ${index + 1}`,
    }));
    const [first] = adopt({
      'clh-shortlist': shortlist,
      'clh-ag': { answers },
      'clh-capability': { company: 'Clearwater', payers_needed: 9 },
    });
    expect(rowsOf(first ?? {}, 'authority_checks')).toHaveLength(100);
    expect(first?.note).toContain('under the name “Clearwater”');
    expect(first?.note).toContain('Reference: Call 101');
  });

  it('keep the reason of a choice that was never marked in the note', () => {
    const adopted = adoptEarlierAnswers(
      {
        'sw-select': {
          products: [{ rowId: 'r1', product: 'LedgerLeaf', chosen: false }],
          reason: 'Full export',
        },
      },
      numbered(),
    );
    expect(adopted).toEqual([
      {
        kind: 'billing-software',
        answers: {
          name: 'LedgerLeaf',
          decision: 'not-chosen',
          note: 'Reason noted before a choice was marked: Full export',
        },
      },
    ]);
  });
});

describe('software candidates', () => {
  const product = (id: string, answers: VettedCandidate['answers']): VettedCandidate => ({ id, answers });
  const rows = (candidates: readonly VettedCandidate[], required: readonly string[] | null = null) =>
    rowsOf(
      derivedSoftwareAnswers('sw-select', candidates, chosenOf(candidates), TODAY, required),
      'products',
    );

  it('say “not chosen” of the others once one is chosen, and nothing before', () => {
    const ledger = product('s-1', { name: 'LedgerLeaf' });
    expect(rows([ledger]).map(({ chosen }) => chosen)).toEqual([undefined]);
    const orchard = product('s-2', { name: 'ClaimOrchard', decision: 'chosen' });
    expect(rows([ledger, orchard]).map(({ chosen }) => chosen)).toEqual([false, true]);
  });

  it('give the user’s own score, or the app’s once every must is answered', () => {
    const musts = [
      'transactions',
      'scrubber',
      'code-updates',
      'secure-access',
      'audit-log',
      'protection',
      'client-separation',
    ];
    const answered = {
      name: 'LedgerLeaf',
      hosting: 'cloud',
      baa: 'yes',
      data_export: true,
      criteria: musts.map((rowId) => ({ rowId, answer: 'confirmed' })),
    };
    const scores = (answers: VettedCandidate['answers'], required: readonly string[] | null) =>
      rows([product('s-1', answers)], required)[0]?.score;
    expect(scores(answered, [])).toBe(80);
    expect(scores(answered, null)).toBeUndefined();
    expect(scores({ ...answered, score: 88 }, null)).toBe(88);
  });

  it('are asked for only those products that clients require in your own system', () => {
    const need = (...requirements: readonly Omit<Row, 'rowId'>[]) =>
      requiredProductsIn({
        requirements: requirements.map((row, index) => ({ rowId: `r${index}`, ...row }) as Row),
      });
    expect(requiredProductsIn({})).toBeNull();
    expect(need({ client: 'Riverbend', mandated: false })).toEqual([]);
    expect(
      need(
        { mandated: true, required_software: 'ChartMeadow', access: 'own-system' },
        { mandated: true, required_software: 'TheirChart', access: 'client-system' },
      ),
    ).toEqual(['ChartMeadow']);
  });
});
