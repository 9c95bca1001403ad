import { describe, expect, it } from 'vitest';
import { belongsToInputMethod, comboOf, comboWords, restsBehindDialog, type KeyPress } from '../../../renderer/ui/shortcuts/keys.ts';

const press = (part: Partial<KeyPress>): KeyPress => ({
  key: 'a',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 65,
  ...part,
});

describe('key combinations', () => {
  it.each([
    [press({ key: 'n', ctrlKey: true }), 'ctrl+n'],
    [press({ key: 'N', ctrlKey: true, shiftKey: true }), 'ctrl+shift+n'],
    [press({ key: 'k', metaKey: true }), 'ctrl+k'],
    [press({ key: '1', altKey: true }), 'alt+1'],
    [press({ key: '?', shiftKey: true }), '?'],
    [press({ key: 'F8' }), 'f8'],
    [press({ key: 'J' }), 'j'],
  ])('are named the same on every keyboard (%#)', (event, combo) => {
    expect(comboOf(event)).toBe(combo);
  });

  it('belong to the input method while it composes, also in engines that only report 229', () => {
    expect(belongsToInputMethod(press({ key: 'Enter', isComposing: true }))).toBe(true);
    expect(belongsToInputMethod(press({ key: 'Process', keyCode: 229 }))).toBe(true);
    expect(belongsToInputMethod(press({ key: 'Enter', keyCode: 13 }))).toBe(false);
  });

  it.each([
    ['alt+2', true],
    ['j', true],
    ['enter', true],
    ['ctrl+k', false],
    ['f8', false],
  ])('%s rests while a dialog stands before the page: %s', (combo, rests) => {
    expect(restsBehindDialog(combo)).toBe(rests);
  });

  it('are shown the way they are printed on keys', () => {
    expect(comboWords('ctrl+shift+n')).toBe('Ctrl Shift N');
  });
});
