import { describe, expect, it } from 'vitest';
import { DraftStore } from '../../renderer/app/draft-store.ts';
import { aSessionMemory } from '../support/session-memory.ts';

describe('drafts', () => {
  it('come back after a reload', () => {
    const memory = aSessionMemory();
    new DraftStore(memory).keep('biz-ein.issued', '2/30/2026', true);
    expect(new DraftStore(memory).get('biz-ein.issued')).toEqual({ typed: '2/30/2026', isWrong: true });
  });

  it.each([
    'https://ann:secret@portal.example.com',
    'ann:secret@portal.example.com',
    '{"address":"https://ann:secret@portal.example.com/x","name":"Payer"}',
  ])('are never written where they hold a password: %s', (typed) => {
    const memory = aSessionMemory();
    const drafts = new DraftStore(memory);
    drafts.keep('other', 'plain');
    drafts.keep('new-portal', typed);
    expect(drafts.get('new-portal')?.typed).toBe(typed);
    expect(new DraftStore(memory).get('new-portal')).toBeUndefined();
    expect(new DraftStore(memory).get('other')?.typed).toBe('plain');
  });
});
