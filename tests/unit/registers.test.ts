import { describe, expect, it } from 'vitest';
import { guideCorrections } from '../../shared/catalog/guide-corrections.ts';
import { SOURCE_IDS, type SourceId } from '../../shared/catalog/ids.ts';
import { sources } from '../../shared/catalog/sources.ts';
import { STATE_CODES, type StateCode } from '../../shared/catalog/state-codes.ts';
import { states } from '../../shared/catalog/states.ts';
import type { Source, SourceStatus, StateEntry } from '../../shared/catalog/types.ts';
import { isIsoDate } from '../../shared/domain/iso-date.ts';

const sourceOf = (id: SourceId): Source => {
  const found = sources.find((source) => source.id === id);
  if (found === undefined) throw new Error(`No source ${id}`);
  return found;
};

const stateOf = (code: StateCode): StateEntry => {
  const found = states.find((entry) => entry.code === code);
  if (found === undefined) throw new Error(`No state ${code}`);
  return found;
};

const protocolOf = (url: string): string => new URL(url).protocol;
const stateUrls = states.flatMap(({ attorneyGeneral, consumerOffice }) =>
  consumerOffice === null ? [attorneyGeneral.url] : [attorneyGeneral.url, consumerOffice.url],
);

describe('the source register', () => {
  it('has every source id exactly once', () => {
    expect(sources.map((source) => source.id).sort()).toEqual([...SOURCE_IDS].sort());
  });

  it('gives every source a title of its own and a day on which it was checked', () => {
    expect(new Set(sources.map((source) => source.title)).size).toBe(sources.length);
    for (const source of sources) {
      expect(source.title.trim(), source.id).not.toBe('');
      expect(isIsoDate(source.checkedOn), source.id).toBe(true);
    }
  });

  it('holds only http and https addresses that parse', () => {
    const protocols = new Set(sources.flatMap((source) => source.urls.map(protocolOf)));
    expect([...protocols].sort()).toEqual(['http:', 'https:']);
  });

  it('has one address that is not https, and says that it is shown as text', () => {
    const shownAsText = sources.filter((source) => source.urls.some((url) => protocolOf(url) !== 'https:'));
    expect(shownAsText.map((source) => source.id)).toEqual(['amba']);
    expect(sourceOf('amba').note).toContain('shows it and does not open it');
  });

  it.each<readonly [SourceId, SourceStatus]>([
    ['160.103', 'verified'],
    ['312', 'verified'],
    ['66r2', 'verified'],
    ['sra', 'secondary'],
    ['leie', 'unverified'],
    ['seed-0', 'unverified'],
    // Two letters for one tag: the weaker one counts.
    ['502e', 'unverified'],
    ['504e', 'unverified'],
    ['audio', 'secondary'],
    ['ftc437', 'secondary'],
    ['ny', 'secondary'],
    ['asca', 'unverified'],
    ['os-commands', 'secondary'],
    // Two tags in one row, each with a letter of its own.
    ['icd', 'verified'],
    ['icd27', 'secondary'],
    ['ama-lic', 'verified'],
    ['cpt', 'secondary'],
    ['sba', 'unverified'],
    ['sba-ins', 'verified'],
  ])('records %s as %s', (id, status) => {
    expect(sourceOf(id).status).toBe(status);
  });

  it('says of every older career guide that it is advice only', () => {
    for (const id of ['seed-0', 'seed-1', 'seed-2', 'seed-3'] as const) {
      expect(sourceOf(id).note, id).toContain('Advice only');
    }
  });
});

describe('the state register', () => {
  it('has all 56 states, districts and territories, in the order of their codes', () => {
    expect(states).toHaveLength(56);
    expect(states.map((entry) => entry.code)).toEqual([...STATE_CODES]);
  });

  it('offers https addresses only', () => {
    expect([...new Set(stateUrls.map(protocolOf))]).toEqual(['https:']);
  });

  it('names no address twice', () => {
    expect(new Set(stateUrls).size).toBe(stateUrls.length);
  });

  it('says of every address that it was not tested live', () => {
    for (const { code, attorneyGeneral, consumerOffice } of states) {
      expect(attorneyGeneral.remark, code).toContain('not tested live');
      if (consumerOffice !== null) expect(consumerOffice.remark, code).toContain('not tested live');
    }
  });

  it.each<readonly [StateCode, string]>([
    ['AL', 'Two or more public lists agree'],
    ['DC', 'one public list only'],
    ['LA', 'May have moved'],
    ['MP', 'one public list only, and may have moved'],
    ['NM', 'Replaced nmag.gov'],
  ])('puts the remark on %s in words', (code, words) => {
    expect(stateOf(code).attorneyGeneral.remark).toContain(words);
  });

  it('names a separate consumer agency where one was seen', () => {
    const withAgency = states.filter((entry) => entry.consumerOffice !== null).map((entry) => entry.code);
    expect(withAgency).toEqual(['GA', 'HI', 'NE', 'NJ', 'OH', 'SC', 'SD', 'WI']);
  });

  it('states special rules for eight states and leaves the others to be checked', () => {
    const withRules = states.filter((entry) => entry.rules.length > 0).map((entry) => entry.code);
    expect(withRules).toEqual(['CA', 'IL', 'MD', 'NJ', 'NY', 'TN', 'VA', 'WI']);
  });

  it('backs every rule with a source', () => {
    for (const { code, rules } of states) {
      for (const rule of rules) expect(rule.sources.length, code).toBeGreaterThan(0);
    }
  });

  it.each<readonly [StateCode, SourceStatus]>([
    ['TN', 'secondary'],
    ['VA', 'secondary'],
    ['WI', 'unverified'],
  ])('marks the rule of %s as %s', (code, status) => {
    expect(stateOf(code).rules.map((rule) => rule.status)).toEqual([status]);
  });
});

describe('the corrections to older guides', () => {
  it('covers each of the fourteen points once', () => {
    expect(new Set(guideCorrections.map((correction) => correction.id)).size).toBe(14);
    expect(guideCorrections).toHaveLength(14);
  });

  it('backs every correction with a source other than the guides it corrects', () => {
    for (const { id, sources: cited } of guideCorrections) {
      expect(cited.length, id).toBeGreaterThan(0);
      expect(
        cited.some((source) => source.startsWith('seed-')),
        id,
      ).toBe(false);
    }
  });
});
