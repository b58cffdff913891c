import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { evidence, rows } from '../../shared/catalog/field-builders.ts';
import {
  EVIDENCE_TYPES,
  evidenceInWords,
  filesIn,
  filesOfPlan,
  fingerprint,
  formatBytes,
  isEvidenceFile,
  MAX_EVIDENCE_BYTES,
  refuseFile,
} from '../../shared/domain/evidence.ts';
import { nameForNote, safeFileName } from '../../shared/domain/evidence-name.ts';
import { MAX_TEXT } from '../../shared/domain/field.ts';
import { checkAnswer } from '../../shared/domain/field-schema.ts';
import { formatAnswer } from '../../shared/domain/format-answer.ts';
import { toItemsCsv } from '../../shared/domain/report-csv.ts';
import { parseReportJson, toReportJson } from '../../shared/domain/report-json.ts';
import { buildReportModel } from '../../shared/domain/report-model.ts';
import { anEvidenceFile, TINY_PDF } from '../support/an-evidence-file.ts';
import { aCatalog, anItem, aPlan, aRecord } from '../support/an-item.ts';
import { arbitraryText } from '../support/arbitrary-answers.ts';
import { markedPlan } from '../support/marked-plan.ts';
import { expectOk } from '../support/plan-builders.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const file = anEvidenceFile(TINY_PDF);

describe('a document in words', () => {
  it('reads as before when there is no file', () => {
    expect(evidenceInWords({ name: 'Letter', location: '' })).toBe('Letter');
    expect(evidenceInWords({ name: 'Letter', location: 'Blue folder' })).toBe('Letter (kept: Blue folder)');
  });

  it('names kind, size, day and fingerprint of its file', () => {
    const start = file.sha256.slice(0, 12);
    expect(evidenceInWords({ name: 'Letter', location: '', file })).toBe(
      `Letter (PDF document, ${file.bytes} bytes, added 22 Nov 2026, SHA-256 ${start})`,
    );
    expect(formatAnswer(evidence('f', 'Proof'), [{ name: 'Letter', location: 'Safe', file }])).toContain(
      `SHA-256 ${start}; kept: Safe)`,
    );
  });

  it('says when the file is missing, changed or cannot be read, and nothing when it is there', () => {
    const note = { name: 'Letter', location: '', file };
    expect(evidenceInWords(note, 'missing')).toMatch(/\)\. Missing: this file is not in the evidence folder/);
    expect(evidenceInWords(note, 'changed')).toMatch(/\)\. Changed: /);
    expect(evidenceInWords(note, 'unreadable')).toMatch(/\)\. Not readable: /);
    expect(evidenceInWords(note, 'present')).toBe(evidenceInWords(note));
  });
});

describe('a size in words', () => {
  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 KB'],
    [1_100, '1.1 KB'],
    [48_201, '48.3 KB'],
    [999_950, '1 MB'],
    [MAX_EVIDENCE_BYTES, '100 MB'],
    [MAX_EVIDENCE_BYTES + 1, '100.1 MB'],
    [2_500_000_000, '2.5 GB'],
  ])('says %d bytes as %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });

  it('never says less than there is', () => {
    const factors: Readonly<Record<string, number>> = { KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 10 ** 14 }), (bytes) => {
        const [number = '', unit = ''] = formatBytes(bytes).split(' ');
        expect(Number(number) * (factors[unit] ?? 0)).toBeGreaterThanOrEqual(bytes * (1 - 1e-12));
      }),
    );
  });
});

describe('a file that cannot be attached', () => {
  it('is refused with its size and the limit', () => {
    expect(refuseFile('x.pdf', MAX_EVIDENCE_BYTES + 1)).toBe(
      '“x.pdf” is 100.1 MB. The largest file that can be attached is 100 MB. Nothing was copied.',
    );
    expect(refuseFile('x.pdf', 0)).toContain('is empty');
    expect([refuseFile('x.pdf', 1), refuseFile('x.pdf', MAX_EVIDENCE_BYTES)]).toEqual([null, null]);
  });
});

describe('a reference to a file', () => {
  it('is taken when it is well formed, beside the words or in place of them', () => {
    const field = evidence('f', 'Proof');
    const answer = [
      { name: 'Letter', location: '', file },
      { name: 'Lease', location: 'Safe' },
    ];
    expect(expectOk(checkAnswer(field, answer, TODAY))).toEqual(answer);
  });

  it.each([
    ['no name of a content', { sha256: 'x'.repeat(64) }],
    ['a path', { sha256: `../../${'a'.repeat(58)}` }],
    ['capitals', { sha256: 'A'.repeat(64) }],
    ['no size', { bytes: 0 }],
    ['a size that is no number', { bytes: '12' }],
    ['half a byte', { bytes: 1.5 }],
    ['no media type', { mediaType: 'PDF' }],
    ['no instant', { addedAt: '2026-11-22' }],
    ['a day that does not exist', { addedAt: '2026-02-30T12:00:00.000Z' }],
    ['a key too many', { path: '/etc/passwd' }],
  ])('is refused with %s', (_, change) => {
    const broken = { ...file, ...change };
    expect(isEvidenceFile(broken)).toBe(false);
    const answer = [{ name: 'Letter', location: '', file: broken }];
    expect(checkAnswer(evidence('f', 'Proof'), answer, TODAY)).toMatchObject({
      ok: false,
      error: { code: 'invalid-answer' },
    });
  });
});

describe('the files of a plan', () => {
  it('are found in fields, rows and lists, each content once', () => {
    const other = anEvidenceFile('other', 'other.txt');
    const item = anItem();
    const answers = {
      proof: [{ name: 'a', location: '', file }],
      policies: [
        {
          rowId: 'r1',
          proof: [
            { name: 'b', location: '', file: other },
            { name: 'c', location: 'd' },
          ],
        },
      ],
    };
    const at = `${TODAY}T12:00:00.000Z`;
    const plan = {
      ...aPlan([aRecord(item, answers)]),
      records: [
        {
          id: 'r',
          kind: 'portal' as const,
          answers: { file: [{ name: 'again', location: '', file }] },
          archivedOn: TODAY,
          createdAt: at,
          updatedAt: at,
        },
      ],
    };
    expect(filesIn(plan)).toHaveLength(3);
    expect(new Set(filesOfPlan(plan))).toEqual(new Set([file, other]));
  });
});

describe('a name for a copy', () => {
  const mediaTypes = fc.constantFrom(...Object.keys(EVIDENCE_TYPES), 'text/html', '__proto__');
  const names = fc.oneof(
    arbitraryText(400),
    fc.constantFrom(
      '..',
      '../../etc/passwd',
      'C:\\Windows\\system32\\cmd.exe',
      'CON',
      'nul.txt',
      'Com1 .pdf',
      'report.pdf.exe',
      'annual\u202efdp.exe',
      '-rf',
      '.bashrc',
      'a'.repeat(300),
      '👩🏽‍⚕️'.repeat(60),
      '',
      ' . ',
      'x.PDF',
      'a%20b&c;d$(e)`f`.pdf',
    ),
  );

  it('is harmless on every system, whatever the document is called', () => {
    fc.assert(
      fc.property(names, mediaTypes, (name, mediaType) => {
        const safe = safeFileName(name, mediaType);
        const known = Object.hasOwn(EVIDENCE_TYPES, mediaType) ? EVIDENCE_TYPES[mediaType] : undefined;
        expect(safe).toMatch(/^[\p{L}\p{M}\p{N}_()+,][\p{L}\p{M}\p{N} ._()+,-]*\.[a-z]{2,4}$/u);
        expect(safe.endsWith(`.${known?.extension ?? 'bin'}`)).toBe(true);
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i);
        expect(safe).not.toMatch(/[ .]\.[a-z]+$/);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(120);
        expect(safeFileName(safe, mediaType)).toBe(safe);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['EIN letter.pdf', 'application/pdf', 'EIN letter.pdf'],
    ['EIN letter', 'application/pdf', 'EIN letter.pdf'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg.jpg'],
    ['setup.exe', 'application/octet-stream', 'setup.exe.bin'],
    ['page.html', 'application/octet-stream', 'page.html.bin'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['CON', 'text/plain', 'Document CON.txt'],
    ['', 'text/plain', 'Document.txt'],
    ['Résumé Łódź 2026.csv', 'text/csv', 'Résumé Łódź 2026.csv'],
  ])('makes of “%s” as %s “%s”', (name, mediaType, safe) => {
    expect(safeFileName(name, mediaType)).toBe(safe);
  });
});

describe('a name for a document', () => {
  it('may be stored, whatever the file is called', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), arbitraryText(500)), (fileName) => {
        const name = nameForNote(fileName);
        expect(name.trim()).not.toBe('');
        expect(name.length).toBeLessThanOrEqual(MAX_TEXT);
        expect(checkAnswer(evidence('f', 'Proof'), [{ name, location: '' }], TODAY).ok).toBe(true);
      }),
    );
  });

  it('is the file’s own, without its folders and without marks that turn it round', () => {
    expect(nameForNote('/home/ann/EIN letter.pdf')).toBe('EIN letter.pdf');
    expect(nameForNote('annual\u202efdp.exe')).toBe('annualfdp.exe');
    expect(nameForNote(`${'x'.repeat(300)}.pdf`)).toMatch(/^x{195}….pdf$/);
    expect(nameForNote('')).toBe('Document');
  });
});

describe('the report on attached files', () => {
  const field = evidence('proof', 'Proof');
  const list = rows('policies', 'Policies', 'policy', [evidence('proof', 'Proof')]);
  const item = anItem({ fields: [field, list] });
  const other = anEvidenceFile('other', 'other.txt');
  const plan = aPlan([
    aRecord(item, {
      proof: [{ name: 'Letter', location: '', file }],
      policies: [{ rowId: 'r1', proof: [{ name: 'Policy', location: '', file: other }] }],
    }),
  ]);
  const about = { today: TODAY, generatedAt: `${TODAY}T12:00:00.000Z`, version: '1.2.3' };
  const modelWith = (statuses: Parameters<typeof buildReportModel>[2]['evidence']) =>
    buildReportModel(aCatalog([item]), plan, { ...about, evidence: statuses });

  it('names what is missing and what was changed, in fields and in rows', () => {
    const model = modelWith({ [file.sha256]: 'missing', [other.sha256]: 'changed' });
    const csv = toItemsCsv(model);
    expect(csv).toMatch(new RegExp(`Letter \\(PDF document, .*${fingerprint(file.sha256)}\\)\\. Missing: `));
    expect(csv).toMatch(new RegExp(`Policy \\(Text, .*${fingerprint(other.sha256)}\\)\\. Changed: `));
    expect(toReportJson(model)).toContain('Missing: this file');
  });

  it('changes nothing that is stored, and comes back from JSON', () => {
    const model = modelWith({ [file.sha256]: 'missing', [other.sha256]: 'unreadable' });
    expect(expectOk(parseReportJson(toReportJson(model)))).toEqual(model);
    const [letter] = model.sections.flatMap(({ items }) => items).flatMap(({ answers }) => answers);
    expect(letter).toMatchObject({ value: [{ name: 'Letter', location: '', file }] });
  });

  it('names every file of a plan, in JSON and in CSV', () => {
    const { plan: full } = markedPlan(catalog, aProfile(), TODAY);
    const marks = filesOfPlan({
      ...full,
      records: full.records.filter(({ archivedOn }) => archivedOn === null),
    }).map(({ sha256 }) => fingerprint(sha256));
    expect(marks.length).toBeGreaterThan(50);
    const statuses = Object.fromEntries(filesOfPlan(full).map(({ sha256 }) => [sha256, 'missing' as const]));
    const model = buildReportModel(catalog, full, { ...about, evidence: statuses });
    const csv = toItemsCsv(model);
    const json = toReportJson(model);
    expect(marks.filter((mark) => !csv.includes(mark) || !json.includes(mark))).toEqual([]);
    // Wherever a file is printed, it is said that it is missing.
    const lines = [...json.matchAll(/"(?:[^"\\]|\\.)*SHA-256 [0-9a-f]{12}(?:[^"\\]|\\.)*"/g)].map(
      ([line]) => line,
    );
    expect(lines.length).toBeGreaterThanOrEqual(marks.length);
    expect(lines.filter((line) => !line.includes('. Missing: '))).toEqual([]);
    expect(expectOk(parseReportJson(json))).toEqual(model);
  });

  it('says nothing of files that are there', () => {
    const model = modelWith({ [file.sha256]: 'present', [other.sha256]: 'present' });
    expect(model).toEqual(modelWith(undefined));
    expect(toReportJson(model)).not.toContain('Missing:');
  });
});
