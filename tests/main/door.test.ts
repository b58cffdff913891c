import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, refusePayload } from '../../electron/application/measure-payload.ts';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import { MAX_PAYLOAD } from '../../shared/ipc/contract.ts';
import { anApplication } from '../support/an-application.ts';
import { aCatalog } from '../support/an-item.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk, mixedItem } from '../support/plan-builders.ts';

const catalog = aCatalog([mixedItem]);
const itemId = mixedItem.id;

function nested(depth: number): unknown {
  return depth === 0 ? 'deep' : [nested(depth - 1)];
}

describe('a payload', () => {
  it('is measured as the JSON it would be', () => {
    const values = [{ a: 'x"\n\u0001', b: [1, -2.5, true, null], c: {} }, 'text', [], {}, ['a', 'b']];
    for (const value of values) {
      // Commas after the last entry are counted too; that is at most one unit an object or list.
      const length = JSON.stringify(value).length;
      expect(refusePayload(value, length - 1), JSON.stringify(value)).toBe('too-large');
      expect(refusePayload(value, length + 10), JSON.stringify(value)).toBe(null);
    }
  });

  it('passes at the greatest depth and is refused one deeper', () => {
    expect(refusePayload(nested(MAX_DEPTH))).toBe(null);
    expect(refusePayload(nested(MAX_DEPTH + 1))).toBe('too-large');
  });

  it('is refused when it refers to itself', () => {
    const payload: Record<string, unknown> = {};
    payload.self = payload;
    expect(refusePayload(payload)).toBe('too-large');
  });

  it('is refused when a few shared lists would unfold into billions of entries', () => {
    let list: unknown[] = Array.from({ length: 1_000 }, () => 'ha');
    for (let level = 0; level < 6; level += 1) list = Array.from({ length: 1_000 }, () => list);
    expect(refusePayload(list)).toBe('too-large');
  });

  it('is refused when a list claims to be enormous', () => {
    expect(refusePayload(new Array(4_000_000_000))).toBe('not-plain');
    expect(refusePayload(new Array(4_000_000_000).fill(1, 0, 3))).not.toBe(null);
  });

  it('is refused when it is not plain data', () => {
    const odd = [
      undefined,
      new Date(0),
      new Map(),
      new Set(),
      new Uint8Array(4),
      /x/,
      10n,
      Symbol('x'),
      () => 1,
      new (class Thing {})(),
      JSON.parse('{"__proto__": {"isAdmin": true}}'),
    ];
    for (const value of odd) expect(refusePayload({ value })).toBe('not-plain');
  });

  it('may come without a prototype or from another realm', () => {
    expect(refusePayload(Object.assign(Object.create(null), { a: 1 }))).toBe(null);
  });
});

describe('the door', () => {
  it('refuses a channel that does not exist, whatever its name', async () => {
    const { send } = anApplication({ catalog });
    for (const channel of ['', 'savePlan', 'constructor', '__proto__', 'toString', 'first-claim:loadPlan']) {
      expect(await send(channel, {})).toMatchObject({ ok: false, error: { code: 'unknown-channel' } });
    }
  });

  for (const channel of CHANNELS) {
    it(`refuses an extra key on ${channel}`, async () => {
      const { send } = anApplication({ catalog });
      const good: Readonly<Record<string, object>> = {
        answerProfile: { patch: {} },
        answerItem: { itemId, patch: {} },
        setNotApplicable: { itemId, reason: null },
        setDueDate: { itemId, dueOn: null },
        undoItem: { itemId },
        saveRecord: { kind: 'portal', id: null, patch: {} },
        archiveRecord: { id: 'r1', isArchived: true },
        undoRecord: { id: 'r1' },
        runChecks: { subjects: [{ check: 'portal-tls', target: 'portal.example.com:443' }] },
        loadCheckHistory: { subject: { check: 'firewall', target: '' } },
        beginEvidence: { fileName: 'a.pdf', bytes: 3 },
        addEvidenceChunk: { uploadId: 'id-1', at: 0, base64: 'YWJj' },
        finishEvidence: { uploadId: 'id-1' },
        cancelEvidence: { uploadId: null },
        readEvidence: { sha256: 'a'.repeat(64), mediaType: 'image/png' },
        openEvidence: { sha256: 'a'.repeat(64), fileName: 'a.pdf', mediaType: 'application/pdf' },
        showEvidence: { sha256: 'a'.repeat(64), fileName: 'a.pdf', mediaType: 'application/pdf' },
        statEvidence: { files: [{ sha256: 'a'.repeat(64), bytes: 3 }], withHash: true },
        clearDetachedEvidence: { sha256s: ['a'.repeat(64)] },
        loadHistory: { subject: null, search: '', beforeSeq: null },
        restoreAnswer: { seq: 1, field: 'name', side: 'before' },
        restoreBackup: { id: 'plan-20261122T120000Z-0001.db' },
        openLink: { linkId: 'source/seed-0/0' },
        exportReport: { format: 'json', paper: 'a4' },
        printReport: { paper: 'letter' },
        reportReady: { pages: 3 },
        revealFile: { fileId: 'id-1' },
        importArchive: { archiveId: 'id-1' },
        saveCopy: { unsaved: { 'biz-plan': { note: 'x' } }, typed: { 'biz-plan.startup': '1,2' } },
      };
      const input = good[channel] ?? {};
      const accepted = await send(channel, input);
      expect(accepted.ok || accepted.error.code).not.toBe('invalid-input');
      expect(await send(channel, { ...input, extra: 1 })).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
    });

    it(`refuses what is no object on ${channel}`, async () => {
      const { send } = anApplication({ catalog });
      for (const payload of [undefined, null, 1, 'text', true, [], [{}], new Map(), new Date(0), () => 1]) {
        expect(await send(channel, payload)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      }
    });

    it(`refuses what is too large or too deep on ${channel}`, async () => {
      const { send } = anApplication({ catalog });
      for (const payload of [
        { itemId, patch: { name: 'x'.repeat(MAX_PAYLOAD) } },
        { a: nested(MAX_DEPTH) },
      ]) {
        expect(await send(channel, payload)).toMatchObject({ ok: false, error: { code: 'too-large' } });
      }
    });
  }

  it('lets no key reach a prototype', async () => {
    const { send, ask } = anApplication({ catalog });
    const hostile = [
      `{"itemId":"${itemId}","patch":{"__proto__":{"isAdmin":true}}}`,
      `{"itemId":"${itemId}","patch":{"constructor":"x"}}`,
      `{"itemId":"${itemId}","patch":{"prototype":"x"}}`,
      `{"itemId":"${itemId}","patch":{"toString":"x"}}`,
      `{"itemId":"${itemId}","patch":{"roles":[{"rowId":"r1","__proto__":"x"}]}}`,
      `{"itemId":"${itemId}","patch":{"roles":[{"rowId":"r1","constructor":"x"}]}}`,
      `{"itemId":"${itemId}","patch":{},"__proto__":{"itemId":"x"}}`,
      `{"__proto__":{"itemId":"${itemId}","patch":{}}}`,
    ];
    for (const json of hostile) {
      expect((await send('answerItem', JSON.parse(json))).ok, json).toBe(false);
    }
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
    expect(expectOk(await ask('loadPlan', {})).plan.items).toEqual({});
  });

  it('points at the answer it could not make sense of', async () => {
    const { send } = anApplication({ catalog });
    expect(await send('answerItem', { itemId, patch: { name: { not: 'text' } } })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', field: 'name' },
    });
  });

  it('turns a shell that throws into words, and logs it without what the user typed', async () => {
    const shell = aFakeShell(undefined, {
      print: () => Promise.reject(new TypeError('cannot print “Ann Example, EIN 12-3456789”')),
      reportReady: () => {
        throw new Error('12-3456789');
      },
    });
    const { ask, log } = anApplication({ catalog, shell });
    expect(await ask('printReport', { paper: 'a4' })).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
    expect(await ask('reportReady', { pages: 1 })).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(log.map((line) => line.split('\n')[0])).toEqual(['printReport: TypeError', 'reportReady: Error']);
    expect(log.join('\n')).not.toContain('12-3456789');
  });

  it('keeps an answer that no window could be told of', async () => {
    const shell = aFakeShell(undefined, {
      planChanged: () => {
        throw new Error('the window is gone');
      },
    });
    const { ask, log } = anApplication({ catalog, shell });
    expectOk(await ask('answerItem', { itemId, patch: { name: 'Ann' } }));
    expect(expectOk(await ask('loadPlan', {})).plan.items[itemId]?.answers).toEqual({ name: 'Ann' });
    expect(log).toHaveLength(1);
  });

  it('answers in words once the application is closed', async () => {
    const { application, send } = anApplication({ catalog });
    application.close();
    application.close();
    for (const [channel, payload] of [
      ['loadPlan', {}],
      ['answerItem', { itemId, patch: { name: 'Ann' } }],
      ['undoItem', { itemId }],
    ] as const) {
      expect(await send(channel, payload)).toMatchObject({
        ok: false,
        error: { code: 'store-failed', message: 'The plan is closed.' },
      });
    }
  });
});
