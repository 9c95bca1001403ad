import { expect, test } from '../support/e2e.ts';
import { startHostProcess, type HostProcess } from '../support/host-process.ts';

let host: HostProcess;

test.beforeAll(async () => {
  host = await startHostProcess();
});
test.afterAll(async () => {
  await host.end();
});

test('Enter that confirms a word of the input method neither moves on nor submits; the next Enter does', async ({ page }) => {
  await page.goto(host.address());
  const name = page.getByLabel('您的姓名');
  const branch = page.getByLabel('机构');
  await name.click();
  // Leaving the passcode empty is complained about already; a submit would complain about the name as well.
  const complaints = page.locator('[aria-invalid="true"]');
  await expect(complaints).toHaveCount(1);
  const keyboard = await page.context().newCDPSession(page);
  // Listening before the key is sent: the two travel on different sessions, which keep no order between them.
  const heard = await page.evaluateHandle(() => {
    const first = new Promise<{ key: string; isComposing: boolean }>((resolve) =>
      window.addEventListener('keydown', ({ key, isComposing }) => resolve({ key, isComposing }), { once: true, capture: true }),
    );
    return { first };
  });
  await keyboard.send('Input.imeSetComposition', { text: 'wang', selectionStart: 4, selectionEnd: 4 });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
  expect(await heard.evaluate(({ first }) => first)).toEqual({ key: 'Enter', isComposing: true });
  await expect(name).toBeFocused();
  await expect(complaints).toHaveCount(1);
  await keyboard.send('Input.insertText', { text: '王敏' });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
  await expect(name).toHaveValue('王敏');
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(branch).toBeFocused();
});
