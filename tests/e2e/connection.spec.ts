import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test as base } from '../support/app-test.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import {
  type ConnectionLog,
  logConnections,
  logElectronConnections,
  openPortalWorld,
  type PortalWorld,
} from '../support/portal-world.ts';
import { whenSaved } from './fill-item.ts';

// The page “Secure connection” in the running app, against portals on this computer.

interface Fixtures {
  readonly world: PortalWorld;
  /** The app in that world, with every connection it opens written down. */
  readonly online: { readonly app: LaunchedApp; readonly page: Page; readonly log: ConnectionLog };
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern.
  world: async ({}, use) => {
    const world = await openPortalWorld();
    await use(world);
    await world.close();
  },
  online: async ({ shell, dataDir, world }, use) => {
    const app = await launchApp({ dataDir, shell, world });
    const log = app.electron === null ? logConnections() : await logElectronConnections(app.electron);
    await use({ app, page: app.page, log });
    log.stop();
    await app.close();
    expect(app.outbound).toEqual([]);
  },
});

async function go(page: Page, path: string, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function todayOf(page: Page): Promise<string> {
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  if (!loaded.ok) throw new Error(loaded.error.message);
  return loaded.value.today;
}

const toConnection = (page: Page) => go(page, '/connection', 'Secure connection');

/** Types a portal in and presses Enter, with the keyboard alone. */
async function addPortal(page: Page, name: string, address: string, kind = 'Payer'): Promise<void> {
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByLabel('What you call it').fill(name);
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: kind });
  await page.getByRole('button', { name: 'Add and check' }).press('Enter');
}

const rowOf = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Portals' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: new RegExp(`^${name}`) }) });

test('a portal that passes, one that fails, one unknown and attested', async ({ online, world }) => {
  test.setTimeout(120_000);
  const { page, log, app } = online;
  await toConnection(page);

  await addPortal(page, 'Good', `https://${world.good}/login?next=1`, 'Clearinghouse');
  await expect(rowOf(page, 'Good')).toContainText('Passed');
  await expect(rowOf(page, 'Good')).toContainText('TLS 1.3');
  await addPortal(page, 'Expired', world.expired);
  await expect(rowOf(page, 'Expired')).toContainText('Failed');
  await expect(rowOf(page, 'Expired')).toContainText('The certificate expired on');
  await addPortal(page, 'Silent', world.silent);
  await expect(rowOf(page, 'Silent')).toContainText('Could not tell', { timeout: 20_000 });

  await test.step('each click opened one connection, and sent nothing through it', async () => {
    const { good, expired, silent } = world.servers;
    expect([good, expired, silent].map((server) => server.connections())).toEqual([1, 1, 1]);
    expect([good, expired].map((server) => server.received())).toEqual([0, 0]);
    const ports = [good, expired, silent].map(({ port }) => port);
    const opened = await log.addresses();
    expect(opened).toHaveLength(3);
    for (const [at, port] of ports.entries()) expect(opened[at]).toContain(String(port));
  });

  await test.step('the gate names the failure, and what nobody could tell', async () => {
    await go(page, '/gate', 'May I touch patient data today?');
    await expect(page.getByRole('main')).toContainText('Expired: The certificate expired on');
  });

  await test.step('the user’s word counts where the app could not tell, and looks like a word', async () => {
    await toConnection(page);
    const row = rowOf(page, 'Silent');
    await row.getByRole('button', { name: /^Silent/ }).press('Enter');
    await row.getByRole('button', { name: 'Say what you saw yourself' }).press('Enter');
    await row.getByLabel('TLS 1.3').press('Space');
    await row.getByLabel('Valid: the browser shows no warning').press('Space');
    await row.getByRole('textbox', { name: 'Certificate expires on' }).fill('2031-06-01');
    await row.getByRole('textbox', { name: 'Looked on' }).fill(await todayOf(page));
    await row.getByLabel('Who looked').fill('Jo Marsh');
    await whenSaved(page);
    await expect(row.locator('[data-standing="attested"]').first()).toBeVisible();
    await expect(row.locator('[data-standing="passed"]')).toHaveCount(0);
  });

  await test.step('what fails and is not used any more is taken off the list', async () => {
    const row = rowOf(page, 'Expired');
    await row.getByRole('button', { name: /^Expired/ }).press('Enter');
    await row.getByRole('button', { name: 'Take off the list: Expired' }).press('Enter');
    await expect(page.getByRole('button', { name: /^Expired/ })).toHaveCount(0);
    await go(page, '/gate', 'May I touch patient data today?');
    await expect(page.getByRole('main')).not.toContainText('The certificate expired on');
  });

  await test.step('the report prints outcome, method, time, and who looked', async () => {
    await go(page, '/report', 'Report');
    const main = page.getByRole('main');
    await expect(page.getByText('page 1 of', { exact: false }).first()).toBeVisible();
    for (const text of ['Good', 'TLS 1.3', 'One TLS connection to', 'Silent', 'Jo Marsh']) {
      await expect(main).toContainText(text);
    }
    expect((await main.innerText()).toLowerCase()).not.toContain('compliant');
  });
  expect(app.outbound).toEqual([]);
});

const BAD: readonly (readonly [what: string, typed: string, says: RegExp])[] = [
  ['nothing', '', /Enter the address/],
  ['spaces', 'portal example com', /no spaces/],
  ['a user name and a password', 'https://ann:secret@portal.clearwater.com', /user name and the password/],
  ['a private name', 'fritz.local', /private name/],
  ['an address of the home network', '192.168.0.1', /private network/],
  ['port 0', 'portal.clearwater.com:0', /port does not exist/],
  ['port 70000', 'portal.clearwater.com:70000', /port does not exist/],
  ['a pasted sentence', 'Log in at portal.clearwater.com, please', /no spaces/],
  ['an address without encryption', 'http://portal.clearwater.com', /not encrypted/],
];

test('addresses that cannot be checked are refused beside the field, and nothing is stored', async ({
  online,
}) => {
  const { page, log } = online;
  await toConnection(page);
  for (const [what, typed, says] of BAD) {
    await test.step(what, async () => {
      await addPortal(page, 'Somewhere', typed);
      const field = page.getByLabel('Address', { exact: true });
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByRole('main').getByText(says).first()).toBeVisible();
      await expect(field).toHaveValue(typed);
    });
  }
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  expect(loaded.ok && loaded.value.plan.records).toEqual([]);
  expect(await log.addresses()).toEqual([]);
});

test('the app opens no connection but the one that was clicked', async ({ online, world }) => {
  const { page, log } = online;
  await toConnection(page);
  await page.getByLabel('Address', { exact: true }).fill(world.good);
  await page.getByLabel('What you call it').fill('Good');
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Payer' });
  await page.getByRole('button', { name: 'Add without checking' }).press('Enter');
  await expect(rowOf(page, 'Good')).toContainText('Not checked');
  const places = await page.getByRole('navigation', { name: 'Sections and pages' }).getByRole('link').all();
  for (const place of places) {
    await place.click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  }
  expect(await log.addresses()).toEqual([]);
  expect(world.servers.good.connections()).toBe(0);

  await toConnection(page);
  await rowOf(page, 'Good').getByRole('button', { name: /^Good/ }).press('Enter');
  await rowOf(page, 'Good')
    .getByRole('button', { name: /^Check/ })
    .first()
    .press('Enter');
  await expect(rowOf(page, 'Good')).toContainText('Passed');
  expect(await log.addresses()).toHaveLength(1);
  expect(world.servers.good.connections()).toBe(1);
});

test('checking everything shows how far it is, is canceled, and lets one type meanwhile', async ({
  online,
  world,
}) => {
  const { page } = online;
  const [host, port] = world.silent.split(':');
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (let at = 0; at < 20; at += 1) {
    const patch = { name: `Portal ${at}`, kind: 'payer', address: `p${at}-${host}:${port}` };
    await page.evaluate(
      (wanted) => window.firstClaim.saveRecord({ kind: 'portal', id: null, patch: wanted }),
      patch,
    );
  }
  await toConnection(page);
  await page.getByRole('button', { name: 'Check all portals' }).press('Enter');
  await expect(page.getByText(/\d+ of 20/).first()).toBeVisible();
  const address = page.getByLabel('Address', { exact: true });
  await address.pressSequentially('typed.while.checking.example.com', { delay: 5 });
  await expect(address).toHaveValue('typed.while.checking.example.com');
  await page
    .getByRole('button', { name: /^Cancel/ })
    .first()
    .press('Enter');
  await expect(page.getByText(/Canceled/).first()).toBeVisible();
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  expect(loaded.ok && loaded.value.plan.checks).toEqual([]);
});

test('commands are shown before they run, and this computer is looked at', async ({ online }) => {
  test.setTimeout(120_000);
  const { page, log } = online;
  await toConnection(page);
  await page.getByRole('button', { name: 'Check this computer' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('lsblk');
  await dialog
    .getByRole('button', { name: /Run|Check/ })
    .first()
    .press('Enter');
  const list = page.getByRole('list', { name: 'This computer' });
  await expect(list).not.toContainText('Not checked', { timeout: 90_000 });
  // Asking for updates can take the system a good while.
  await expect(list).not.toContainText('Checking', { timeout: 60_000 });
  expect(await log.addresses()).toEqual([]);
});
