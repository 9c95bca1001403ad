import { describe, expect, test } from 'vitest';
import { externalDecision, isAppAddress, isTrustedFrame } from '../../../electron/shell/addresses.ts';

describe('the app address', () => {
  test.each(['app://liubu/', 'app://liubu/cases/1?tab=2#x'])('%s is ours', (address) => {
    expect(isAppAddress(address)).toBe(true);
  });

  test.each([
    'app://liubu.evil/',
    'app://evil/',
    'app://liubu:8080/',
    'app://user@liubu/',
    'app://user:pass@liubu/',
    'https://liubu/',
    'file:///liubu/',
    'about:blank',
    'javascript:alert(1)',
    'liubu',
    '',
  ])('%s is foreign', (address) => {
    expect(isAppAddress(address)).toBe(false);
  });
});

describe('the sender of a message', () => {
  const ours = { url: 'app://liubu/', parent: null, detached: false };

  test('a live main frame with our document is trusted', () => {
    expect(isTrustedFrame(ours)).toBe(true);
  });

  test.each([
    ['a wrong scheme', { ...ours, url: 'https://liubu/' }],
    ['a wrong host', { ...ours, url: 'app://other/' }],
    ['a sub-frame', { ...ours, parent: ours }],
    ['a detached frame', { ...ours, detached: true }],
    ['a frame that is gone', null],
    ['no frame at all', undefined],
  ])('%s is refused', (_what, frame) => {
    expect(isTrustedFrame(frame)).toBe(false);
  });
});

describe('a link out of the app', () => {
  test.each(['https://example.com/a?b=c', 'mailto:someone@example.com'])('%s is shown in full before it opens', (address) => {
    expect(externalDecision(address)).toBe('ask');
  });

  test.each([
    'file:///etc/passwd',
    'smb://server/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://example.com/',
    'https://user:secret@example.com/',
    'app://liubu/',
    'not an address',
  ])('%s is refused', (address) => {
    expect(externalDecision(address)).toBe('refuse');
  });
});
