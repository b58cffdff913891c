import { describe, expect, it } from 'vitest';
import { refusePartner } from '../../shared/catalog/records/partner.ts';
import type { Answers } from '../../shared/domain/field.ts';
import { TODAY } from '../support/test-profile.ts';

const signed: Answers = {
  name: 'Keystone',
  baa_status: 'signed',
  signed: '2026-05-01',
  expires: '2026-04-30',
};
const refuse = (answers: Answers, ...changed: readonly string[]) => refusePartner(answers, TODAY, changed);

describe('an entry of the register', () => {
  it('needs a name', () => {
    for (const name of [undefined, '', '  ']) {
      const answers = name === undefined ? {} : { name };
      expect(refuse(answers, 'name')).toEqual({ field: 'name', message: 'Give it a name.' });
    }
    expect(refuse({ name: 'Keystone' }, 'name')).toBeNull();
  });

  it.each(['signed', 'expires'])('cannot end before it was signed; that is said beside %s', (changed) => {
    expect(refuse(signed, changed)).toEqual({
      field: changed,
      message:
        'It would end on 30 Apr 2026, before it was signed on 1 May 2026. Correct one of the two dates.',
    });
    expect(refuse({ ...signed, expires: '2026-05-01' }, changed)).toBeNull();
  });

  it('keeps two dates that nobody asks for as they are', () => {
    expect(refuse({ ...signed, baa_status: 'missing' }, 'signed')).toBeNull();
  });

  it('cannot do without an agreement while patient data passes', () => {
    const answers = { name: 'Keystone', touches_phi: true, baa_status: 'not-applicable' };
    expect(refuse(answers, 'baa_status')).toMatchObject({
      field: 'baa_status',
      message: 'You say that patient data passes between you, so an agreement is needed.',
    });
    expect(refuse({ ...answers, touches_phi: false }, 'baa_status')).toBeNull();
  });

  it('can always say that patient data does pass after all', () => {
    expect(refuse({ name: 'K', touches_phi: true, baa_status: 'not-applicable' }, 'touches_phi')).toBeNull();
  });

  it('can be changed elsewhere while an older contradiction stands', () => {
    expect(refuse({ ...signed, name: '' }, 'contact')).toBeNull();
  });
});
