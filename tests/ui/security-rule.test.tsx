import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { ADDRESSABLE_MEANS, ruleSpecifications, securityRule } from '../../shared/catalog/security-rule.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { aPlan } from '../support/a-plan.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { aDeviceRun } from '../support/marked-checks.ts';
import { renderApp } from '../support/render-app.tsx';
import { aProfile, TODAY } from '../support/test-profile.ts';

const REQUIRED = 'Assigned security responsibility';
const ADDRESSABLE = 'Maintenance records';

const open = async (plan: Plan = aPlan()) => {
  const app = await renderApp({ fake: aFakeBridge({ plan }), path: '/security-rule' });
  await screen.findByRole('heading', { level: 1, name: 'Security Rule, point by point' });
  return app;
};

const line = (title: string): HTMLElement =>
  screen.getByRole('button', { name: new RegExp(`^${title}45 CFR`) });
const lines = (): readonly HTMLElement[] =>
  screen.getAllByRole('button', { name: /(?:Required|Addressable)$/ });
const panel = (title: string) => within(screen.getByRole('region', { name: title }));

async function openPoint(user: UserEvent, title: string): Promise<ReturnType<typeof panel>> {
  await user.click(line(title));
  return panel(title);
}

async function openAnswer(user: UserEvent, title: string): Promise<ReturnType<typeof panel>> {
  await user.click((await openPoint(user, title)).getByRole('button', { name: 'Your answer' }));
  return within(screen.getByRole('region', { name: `Your answer: ${title}` }));
}

describe('the Security Rule page', () => {
  it('has every standard and every point in the order of the regulation', async () => {
    await open();
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(securityRule.map(({ cite, title }) => `${title} ${cite}`)),
    );
    const cites = lines().map(
      ({ textContent }) => /45 CFR (164\.\d+(?:\(\w+\))*)/.exec(textContent ?? '')?.[1],
    );
    expect(cites).toEqual(ruleSpecifications.map(({ cite }) => cite));
  });

  it('says of each point in words whether it is required, and what it means at home', async () => {
    await open();
    const all = lines();
    ruleSpecifications.forEach(({ control, mark }, index) => {
      expect(all[index]?.textContent).toContain(control);
      expect(all[index]?.textContent).toContain(mark === 'required' ? 'Required' : 'Addressable');
    });
    expect(screen.getAllByText(new RegExp(ADDRESSABLE_MEANS.slice(0, 30)))).toHaveLength(1);
  });

  it('counts what is met, documented and open, and promises nothing', async () => {
    await open(samplePlan(TODAY));
    const summary = screen.getByRole('region', { name: 'Summary' });
    expect(summary.textContent).toContain('15 of 48 points met');
    expect(summary.textContent).toContain('1 documented with an equivalent, 32 open. 3 more are set aside');
    expect(summary.textContent).toContain('not a certificate and not legal advice');
    expect(document.body.textContent).not.toMatch(/compliant|certified/i);
  });

  it('shows only what is open when asked to, and keeps a point that is being looked at', async () => {
    const { user } = await open(samplePlan(TODAY));
    await user.click(line(ADDRESSABLE));
    await user.click(screen.getByRole('radio', { name: /^Open/ }));
    expect(lines()).toHaveLength(33);
    expect(lines().filter(({ textContent }) => textContent?.includes('Met'))).toEqual([]);
    await user.click(line(ADDRESSABLE));
    expect(lines()).toHaveLength(32);
  });

  it('says when nothing is open', async () => {
    const { user } = await open(examplePlan(catalog, aProfile(), TODAY));
    await user.click(screen.getByRole('radio', { name: /^Open/ }));
    expect(screen.getByText('No point is open.')).toBeTruthy();
  });

  it('opens a point: why, what is open, the items and checks that answer it as links, the evidence', async () => {
    const { user } = await open(samplePlan(TODAY));
    const point = await openPoint(user, 'Encryption and decryption');
    expect(point.getByText('0 of 2 items of the checklist that answer it are done.')).toBeTruthy();
    expect(point.getByText('Disk encryption: Failed. Drive C is not encrypted by BitLocker.')).toBeTruthy();
    expect(point.getByRole('link', { name: 'Encrypt the disk and the backups' }).getAttribute('href')).toBe(
      '#/item/sec-encrypt',
    );
    expect(point.getByRole('link', { name: 'Go to “Secure connection”' }).getAttribute('href')).toBe(
      '#/connection',
    );
    expect(point.getByText(/Automatic check of 20 Nov 2026: failed/)).toBeTruthy();
  });

  it('shows a person’s word with a shape of its own, never as a check that passed', async () => {
    const plan = examplePlan(catalog, aProfile(), TODAY);
    const { user } = await open({ ...plan, checks: [aDeviceRun('screen-lock', 'unknown')] });
    const point = await openPoint(user, 'Automatic logoff');
    expect(point.getByText('Your word').closest('[data-standing]')?.getAttribute('data-standing')).toBe(
      'attested',
    );
    expect(point.queryByText('Passed')).toBeNull();
  });

  it('says where a proposed change stands, as not verified, with a link to its source', async () => {
    const { fake, user } = await open();
    const aside = within(screen.getByRole('complementary', { name: 'About the Security Rule' }));
    const said = aside.getByText(/proposed on 6 January 2025/);
    expect(said.nextElementSibling?.textContent).toContain('Not verified');
    await user.click(aside.getByRole('button', { name: /90 FR 898/ }));
    expect(fake.callsTo('openLink')).toEqual([{ linkId: 'source/nprm/0' }]);
  });
});

describe('an answer to a point', () => {
  it('is stored under the cite, and the point stands by it once it is complete', async () => {
    const { fake, user } = await open();
    const form = await openAnswer(user, ADDRESSABLE);
    await user.click(form.getByRole('radio', { name: /^Not reasonable for me/ }));
    await user.type(form.getByRole('textbox', { name: /Why it is not reasonable/ }), 'A rented room.');
    await user.type(form.getByRole('textbox', { name: /What you do instead/ }), 'I keep the notices.');
    const decided = form.getByRole('textbox', { name: /Decided on/ });
    await user.type(decided, '11/3/2026');
    await user.tab();
    await waitFor(() =>
      expect(fake.plan().records).toMatchObject([
        {
          id: '164.310(a)(2)(iv)',
          kind: 'rule-answer',
          answers: {
            status: 'equivalent',
            reason: 'A rented room.',
            equivalent: 'I keep the notices.',
            decided: '2026-11-03',
          },
        },
      ]),
    );
    await waitFor(() => expect(line(ADDRESSABLE).textContent).toContain('Equivalent documented'));
  });

  it('offers no equivalent for a required point, and says why', async () => {
    const { user } = await open();
    const form = await openAnswer(user, REQUIRED);
    expect(
      form.getAllByRole<HTMLInputElement>('radio').map((radio: HTMLInputElement) => radio.value),
    ).toEqual(['met', 'open']);
    expect(form.getByText(/Nothing else can stand in for it/)).toBeTruthy();
  });

  it('is given in one form at a time', async () => {
    const { user } = await open();
    await openAnswer(user, REQUIRED);
    await openAnswer(user, ADDRESSABLE);
    const forms = screen.getAllByRole('region', { name: /^Your answer: / });
    expect(forms.map((form) => form.getAttribute('aria-label'))).toEqual([`Your answer: ${ADDRESSABLE}`]);
    await user.click(panel(ADDRESSABLE).getByRole('button', { name: 'Close your answer' }));
    expect(screen.queryByRole('region', { name: /^Your answer: / })).toBeNull();
  });
});

describe('the table of the Security Rule', () => {
  it('is saved, and the page says where it is', async () => {
    const { fake, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Save as CSV' }));
    expect(fake.callsTo('exportReport')).toEqual([{ format: 'rule-csv', paper: 'letter' }]);
    expect((await screen.findByText(/^Saved as/)).textContent).toContain('in /home/you');
    await user.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(fake.callsTo('revealFile')).toEqual([{ fileId: 'f1' }]);
  });

  it('says in words when it could not be saved', async () => {
    const { fake, user } = await open();
    fake.failWith('exportReport', { code: 'disk-full', message: 'The disk is full.' });
    await user.click(screen.getByRole('button', { name: 'Save as CSV' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The table was not saved');
    expect(alert.textContent).toContain('The disk is full.');
  });
});
