import { expect } from 'playwright/test';
import { type LaunchedApp, launchApp } from './launch-app.ts';

const STEP_MS = 10_000;

/** Starts the app, does something with it, and closes it whatever came of that. Nothing of it may go outside. */
export async function withApp(
  options: Parameters<typeof launchApp>[0],
  work: (app: LaunchedApp) => Promise<void>,
): Promise<void> {
  const app = await launchApp(options);
  app.page.setDefaultTimeout(STEP_MS);
  try {
    await work(app);
  } catch (error) {
    // What went wrong first is what is told.
    await app.close().catch(() => {});
    throw error;
  }
  await app.close();
  expect(app.outbound).toEqual([]);
}

/** Goes to a page by its address and waits for its heading. */
export async function goTo({ page }: LaunchedApp, path: string, heading: string | RegExp): Promise<void> {
  // An empty plan first goes to the welcome page by itself; going anywhere before that would be overruled.
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
