import { test as base, type Browser } from '@playwright/test';
import { launchChromium } from './chromium.ts';

/** Playwright's `test` on the pinned Chromium. Journeys import `test` and `expect` from here. */
export const test = base.extend<object, { browser: Browser }>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
    async ({}, use) => {
      const browser = await launchChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
