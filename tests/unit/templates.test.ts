import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { SOURCE_IDS } from '../../shared/catalog/ids.ts';
import type { Template } from '../../shared/catalog/types.ts';

const templates = catalog.items.flatMap((item) => item.templates ?? []);

const templateWithId = (id: string): Template => {
  const found = templates.find((template) => template.id === id);
  if (found === undefined) throw new Error(`No text ${id}`);
  return found;
};

const blanksIn = (text: string): readonly string[] =>
  [...text.matchAll(/⟨([^⟨⟩]*)⟩/g)].map(([, blank = '']) => blank);

// What identifies a patient or says anything about one. “Person” and “client” are whom one calls or works for.
const PATIENT_DATA =
  /patient|birth|\bdob\b|member|subscriber|policy|diagnos|\bicd|\bcpt\b|claim|account|\bmrn\b|ssn|social security|service|visit|subject|regarding|\bre\b/i;

describe('the ready-to-use texts', () => {
  it('are there for the phone, the fax and the printer', () => {
    const ids = (item: string) =>
      catalog.items.find(({ id }) => id === item)?.templates?.map(({ id }) => id) ?? [];
    expect(ids('com-phone')).toEqual([
      'voicemail-for-patient',
      'own-greeting',
      'identity-check',
      'unpaid-bill',
    ]);
    expect(ids('com-fax')).toEqual(['fax-cover-sheet', 'misdirected-fax']);
    expect(ids('com-print')).toEqual(['paper-rule', 'printer-rule']);
  });

  it('have ids and titles of their own', () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
    expect(new Set(templates.map(({ title }) => title)).size).toBe(templates.length);
  });

  it.each(templates.map((template) => [template.id, template] as const))(
    '%s names a source in the register and says something',
    (_id, { sources, text, title, lead, cautions = [] }) => {
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(SOURCE_IDS).toContain(source);
      for (const words of [text, title, lead ?? 'none', ...cautions]) expect(words.trim()).not.toBe('');
    },
  );

  it.each(templates.map((template) => [template.id, template] as const))(
    '%s has blanks that are named and closed',
    (_id, { text }) => {
      const rest = text.replace(/⟨[^⟨⟩\n]+⟩/g, '');
      expect(rest).not.toMatch(/[⟨⟩]/);
      for (const blank of blanksIn(text)) expect(blank.trim()).not.toBe('');
    },
  );

  it('rest on no better standing than their content was given', () => {
    const unverified = templates.filter(({ status }) => status === 'unverified').map(({ id }) => id);
    expect(unverified).toEqual(['own-greeting', 'identity-check', 'fax-cover-sheet', 'misdirected-fax']);
  });
});

describe('the fax cover sheet', () => {
  const { text, lead = '', cautions = [] } = templateWithId('fax-cover-sheet');

  it('has no place for anything about a patient', () => {
    for (const blank of blanksIn(text)) expect(blank).not.toMatch(PATIENT_DATA);
    for (const label of text.split('\n').flatMap((line) => /^([^:.]+):/.exec(line)?.[1] ?? [])) {
      expect(label).not.toMatch(PATIENT_DATA);
    }
    expect(cautions.join(' ')).toContain('Nothing about a patient on this page');
  });

  it('names both sides and both numbers, the day, the pages, and what to do if it went astray', () => {
    expect(blanksIn(text)).toEqual([
      'name and office',
      'their fax number',
      'your name and business',
      'your fax number',
      'your phone number',
      'date',
      'number',
      'your phone number',
    ]);
    expect(text).toMatch(/CONFIDENTIAL\. May contain protected health information\./);
    expect(text).toMatch(/call .*do not copy.*destroy/s);
  });

  it('says that HIPAA prescribes no wording', () => {
    expect(lead).toContain('HIPAA prescribes no wording');
  });
});

describe('what is said on the phone', () => {
  it('leaves a patient a name, a number and a request, and nothing else', () => {
    expect(blanksIn(templateWithId('voicemail-for-patient').text)).toEqual(['your name', 'person', 'number']);
    expect(templateWithId('voicemail-for-patient').cautions?.join(' ')).toContain('specialty');
  });

  it('never speaks of collections or debt', () => {
    for (const id of ['voicemail-for-patient', 'identity-check', 'unpaid-bill']) {
      expect(templateWithId(id).text).not.toMatch(/collect|debt/i);
    }
    expect(templateWithId('unpaid-bill').cautions).toContain('Never call it collections if it is not.');
  });

  it('greets callers without naming a client or a patient', () => {
    expect(blanksIn(templateWithId('own-greeting').text)).toEqual(['your business']);
  });
});
